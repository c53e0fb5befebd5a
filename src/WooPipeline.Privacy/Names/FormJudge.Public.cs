namespace WooPipeline.Privacy;

/// <summary>The part that finds whom of those who are public a form means.</summary>
internal sealed partial class FormJudge
{
    /// <summary>Somebody public by the dossier's own register whose very title stands beside the name; -1 where there is none.</summary>
    private int Titled(int first, int end, ReadOnlySpan<Form> forms)
    {
        foreach (var form in forms)
        {
            if (form.Kind is FormKind.Full or FormKind.Surname && (register.TraitsOf(form.Person) & (PersonTraits.Public | PersonTraits.BuiltIn)) == PersonTraits.Public
                && RoleContext.IsOwnTitleBeside(words, first, end, register.Persons[form.Person].Role!) && !NameReader.IsInitial(words, first - 1))
            {
                return form.Person;
            }
        }

        return -1;
    }

    /// <summary>Place of the first candidate who is public in this dossier and whom this text names or means; -1 where there is none.</summary>
    private int KnownPublic(int first, int end, List<int> candidates) => candidates.FindIndex(c => !register.Persons[c].IsBuiltIn
        && (HasRole(first, end) || lastSeen.ContainsKey(c) || RoleContext.SaysTitle(words, end, register.Persons[c].Role!) || NamedInFull(c) || RoleContext.IsTitleNear(words, first, register.Persons[c].Role!)));

    /// <summary>A given name of somebody public whom this document names by surname or title just before, and of nobody else in it; -1 where there is none.</summary>
    private int PublicOfThisText(int first, List<int> candidates)
    {
        var official = -1;
        foreach (var candidate in candidates)
        {
            var person = register.Persons[candidate];
            if (person.Role is null ? IsHere(candidate) || person.Strength == Strength.Confirmed && person.Sightings == 0 : person.IsBuiltIn && official < 0)
            {
                return -1;
            }

            official = person.Role is not null && !person.IsBuiltIn ? candidate : official;
        }

        return official >= 0 && (lastSeen.ContainsKey(official) || NamedInFull(official) || RoleContext.IsTitleNear(words, first, register.Persons[official].Role!)) ? official : -1;
    }

    /// <summary>True where the surname of a public person stands anywhere in the document.</summary>
    private bool NamedInFull(int official)
    {
        surnames ??= [.. Enumerable.Range(0, words.Count).Where(k => words[k].IsCapital).Select(k => words[k].Hash)];
        return register.Persons[official].Names.Any(n => n.Surname.Length > 0 && surnames.Contains(WordHash.Of(n.Surname[^1])));
    }
}
