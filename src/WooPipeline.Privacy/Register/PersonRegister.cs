using System.Collections.Frozen;
using System.Collections.Immutable;

namespace WooPipeline.Privacy;

/// <summary>All persons of a dossier with their written forms. Made by <see cref="PrivacyEngine.Merge"/>; frozen and thread-safe.</summary>
public sealed class PersonRegister
{
    internal PersonRegister(ImmutableArray<Person> persons, IReadOnlyList<DocumentFacts> facts)
        : this(
            persons,
            facts.SelectMany(f => f.PublicNumbers).ToFrozenSet(StringComparer.Ordinal),
            facts.SelectMany(f => f.Homes).ToFrozenSet(StringComparer.Ordinal),
            facts.SelectMany(f => f.Offices).ToFrozenSet(StringComparer.Ordinal),
            RegisterMerger.OrganisationWords(facts),
            facts.SelectMany(f => f.Things).ToFrozenSet(StringComparer.Ordinal))
    {
    }

    internal PersonRegister(ImmutableArray<Person> persons, FrozenSet<string> publicNumbers, FrozenSet<string> homes, FrozenSet<string> offices, FrozenSet<string> organisationWords, FrozenSet<string> things)
    {
        (PublicNumbers, Homes, Offices, OrganisationWords, Things) = (publicNumbers, homes, offices, organisationWords, things);
        Persons = persons;
        traits = [.. persons.Select(p => (p.IsDossierWide ? PersonTraits.DossierWide : 0) | (p.Role is null ? 0 : PersonTraits.Public) | (p.IsBuiltIn ? PersonTraits.BuiltIn : 0))];
        StreetNames = homes.Concat(offices).Select(KnownStreets.NameOf).Where(n => n.Length > 0).ToFrozenSet(StringComparer.Ordinal);
        var builder = new FormTrie.Builder();
        for (var i = 0; i < persons.Length; i++)
        {
            foreach (var name in persons[i].Names)
            {
                FormGenerator.AddForms(builder, i, name, persons[i].Role is null && persons[i].Strength != Strength.Guess);
            }
        }

        publicCodes = persons.Where(p => p is { Role: not null, IsBuiltIn: false }).SelectMany(p => p.Names).SelectMany(InitialCodes.Of).ToFrozenSet(StringComparer.Ordinal);
        functions = new Lazy<WordListMatcher>(() => FunctionsOf(persons, unique: false));
        uniqueFunctions = new Lazy<WordListMatcher>(() => FunctionsOf(persons, unique: true));
        Trie = builder.Build();
        Typos = new TypoIndex(persons);
        ShortForms = new ShortForms(persons);
        links = new Lazy<PersonLinks>(() => new PersonLinks(persons));
        thingWords = new Lazy<FrozenSet<string>>(() => Things.Select(t => t[(t.IndexOf('|', StringComparison.Ordinal) + 1)..]).ToFrozenSet(StringComparer.Ordinal));
        publicSurnames = new Lazy<FrozenSet<string>>(() => persons.Where(p => p.Role is not null).SelectMany(p => p.Names).SelectMany(n => n.Surname).ToFrozenSet(StringComparer.Ordinal));
        seen = new Lazy<Dictionary<string, int[]>>(() => persons.SelectMany((p, i) => p.Scope.Select(s => (Scope: s, Person: i))).GroupBy(s => s.Scope, s => s.Person, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal));
        known = new Lazy<HashFilter>(() => new HashFilter([.. OrganisationWords.Concat(thingWords.Value).Concat(publicSurnames.Value).Select(w => WordHash.Of(w))]));
        byId = persons.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i, StringComparer.Ordinal);
    }

    private readonly Dictionary<string, int> byId;
    private readonly PersonTraits[] traits;
    private readonly Lazy<FrozenSet<string>> thingWords;
    private readonly Lazy<FrozenSet<string>> publicSurnames;
    private readonly FrozenSet<string> publicCodes;
    private readonly Lazy<HashFilter> known;
    private readonly Lazy<Dictionary<string, int[]>> seen;
    private readonly Lazy<WordListMatcher> functions;
    private readonly Lazy<PersonLinks> links;
    private readonly Lazy<WordListMatcher> uniqueFunctions;

    /// <summary>All persons in stable order.</summary>
    public ImmutableArray<Person> Persons { get; }

    /// <summary>The persons, by index, who were seen in a document or thread.</summary>
    internal ReadOnlySpan<int> SeenIn(string scope) => seen.Value.TryGetValue(scope, out var some) ? some : [];

    /// <summary>What a person by index is.</summary>
    internal PersonTraits TraitsOf(int person) => traits[person];

    /// <summary>Numbers that some document of the dossier calls general.</summary>
    internal FrozenSet<string> PublicNumbers { get; }

    /// <summary>Addresses that some document gives to a person.</summary>
    internal FrozenSet<string> Homes { get; }

    /// <summary>Names of streets of those addresses that no list knows.</summary>
    internal FrozenSet<string> StreetNames { get; }

    /// <summary>Addresses that some document gives to an organisation.</summary>
    internal FrozenSet<string> Offices { get; }

    /// <summary>Names of firms and buildings, as keys of surnames.</summary>
    internal FrozenSet<string> Things { get; }

    private WordListMatcher? firms;

    /// <summary>Where firms of several words stand that the dossier knows by their legal form or domain.</summary>
    internal IReadOnlyList<Documents.TextSpan> FirmsIn(TokenText words) =>
        LazyInitializer.EnsureInitialized(ref firms, () => new WordListMatcher([.. Eponyms.Without(Things, Persons.Where(p => p.Strength == Strength.Confirmed).SelectMany(p => p.Names)).Where(t => t.Contains(' ', StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(t => new WordRow(t, "", "", ""))])).Spans(words);

    private Dictionary<string, List<(string Surname, string Letters)>>? userNames;

    /// <summary>True where letters begin as a confirmed person's surname and end with what the given name begins with: <c>blauj</c> of Jolijn Blau.</summary>
    internal bool MakesUserName(string letters, int head)
    {
        var names = LazyInitializer.EnsureInitialized(ref userNames, () => Persons.Where(p => p.Role is null && p.Strength == Strength.Confirmed).SelectMany(p => p.Names)
            .Where(n => n.Surname.Length > 0 && n.Surname[0].Length >= head).Select(n => (Surname: string.Concat(n.Surname), Letters: n.Given.Length > 0 ? n.Given[0] : n.Initials))
            .GroupBy(n => n.Surname[..head], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Distinct().ToList(), StringComparer.Ordinal));
        return letters.Length > head && names.TryGetValue(letters[..head], out var fitting) && fitting.Exists(n => Fits(letters, n.Surname, n.Letters, head));
    }

    private static bool Fits(string letters, string surname, string given, int head)
    {
        for (var cut = head; cut <= Math.Min(letters.Length, surname.Length); cut++)
        {
            if (!letters.AsSpan(0, cut).SequenceEqual(surname.AsSpan(0, cut)))
            {
                return false;
            }

            if (given.Length > 0 && letters.Length > cut && given.StartsWith(letters[cut..], StringComparison.Ordinal))
            {
                return true;
            }
        }

        return letters.Length >= surname.Length && letters.StartsWith(surname, StringComparison.Ordinal);
    }

    /// <summary>False for the hash of a word that is certainly neither a thing of the dossier (<see cref="IsThing"/>) nor the surname of somebody public.</summary>
    internal bool MayBeKnown(ulong word) => known.Value.MayHold(word);

    /// <summary>True where the dossier uses a folded word as the name of a place, a firm or a building.</summary>
    internal bool IsThing(string word) => OrganisationWords.Contains(word) || thingWords.Value.Contains(word);

    /// <summary>True where a folded word is the surname of somebody public.</summary>
    internal bool IsPublicSurname(string word) => publicSurnames.Value.Contains(word);

    /// <summary>Words of the domains of mail addresses that are nobody's surname.</summary>
    internal FrozenSet<string> OrganisationWords { get; }

    /// <summary>True where folded letters are the initials of somebody public by the dossier's own register, and of nobody else in the dossier.</summary>
    internal bool IsPublicCode(string letters)
    {
        if (!publicCodes.Contains(letters))
        {
            return false;
        }

        var node = Trie.Step(0, WordHash.Of(letters));
        foreach (var form in node == 0 ? [] : Trie.FormsAt(node))
        {
            if (form.Kind == FormKind.Code && Persons[form.Person].Role is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The functions of the register's private persons; with <paramref name="unique"/> only those that one person holds.</summary>
    internal WordListMatcher Functions(bool unique) => unique ? uniqueFunctions.Value : functions.Value;

    private static WordListMatcher FunctionsOf(ImmutableArray<Person> persons, bool unique) => new([.. persons.Where(p => p.Role is null && p.Strength == Strength.Confirmed)
        .SelectMany(p => p.Functions.Select(f => (Function: f, p.Source))).GroupBy(f => Folding.Fold(f.Function), StringComparer.Ordinal)
        .Where(g => !unique || g.Count() == 1).Select(g => new WordRow(g.First().Function, "NAME", "", g.First().Source))]);

    /// <summary>Of whom names in headers and addresses are.</summary>
    internal PersonLinks Links => links.Value;

    internal FormTrie Trie { get; }

    internal TypoIndex Typos { get; }

    internal ShortForms ShortForms { get; }

    /// <summary>The register with persons joined and split as reviewers asked.</summary>
    public PersonRegister Adjusted(IReadOnlyCollection<PersonAdjustment> adjustments)
    {
        ArgumentNullException.ThrowIfNull(adjustments);
        return adjustments.Count == 0 ? this : new PersonRegister(RegisterAdjuster.Apply(Persons, adjustments), PublicNumbers, Homes, Offices, OrganisationWords, Things);
    }

    /// <summary>A person by id; null where there is none.</summary>
    public Person? Find(string? id) => id is not null && byId.TryGetValue(id, out var index) ? Persons[index] : null;
}
