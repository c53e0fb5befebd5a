namespace WooPipeline.Privacy;

/// <summary>The short and pet forms of a person's given names, as hashes: every start of two letters or more, and the name with a small ending.</summary>
internal sealed class ShortForms(IReadOnlyList<Person> persons)
{
    private const int Shortest = 3;

    // Made when a document first names the person. Two threads may make the same once each; the result is the same.
    private readonly ulong[]?[] made = new ulong[persons.Count][];

    /// <summary>The forms of a person by index.</summary>
    public ReadOnlySpan<ulong> Of(int person) => made[person] ??= [.. Make(persons[person])];

    private static List<ulong> Make(Person person)
    {
        var forms = new List<ulong>();
        foreach (var name in person.Names)
        {
            foreach (var given in name.Given.Concat(name.Surname.Where(w => (Lexicon.Default.Find(WordHash.Of(w)) & WordClass.Given) != 0)))
            {
                foreach (var ending in (ReadOnlySpan<string>)["je", "tje", "ie", "ke", "y"])
                {
                    Add(forms, WordHash.Of(given + ending));
                }

                for (var length = 2; given.Length > Shortest && length < given.Length; length++)
                {
                    Add(forms, WordHash.Of(given.AsSpan(0, length)));
                }
            }
        }

        return forms;
    }

    private static void Add(List<ulong> forms, ulong form)
    {
        if (!forms.Contains(form))
        {
            forms.Add(form);
        }
    }
}
