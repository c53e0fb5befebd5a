namespace WooPipeline.Privacy;

/// <summary>Tells a person's mailbox from a function's by the local part: whether its words are names or words of an office.</summary>
internal static class MailboxJudge
{
    private const WordClass Office = WordClass.Mailbox | WordClass.PublicRole | WordClass.Organisation | WordClass.ReferenceCue | WordClass.NamedThing;
    private const WordClass Plain = WordClass.Common | WordClass.Abbreviation | WordClass.Function | WordClass.Brand | WordClass.Place;
    private const WordClass Names = WordClass.Given | WordClass.Surname;

    private static readonly string[] Providers =
    [
        "gmail.", "googlemail.", "hotmail.", "outlook.com", "outlook.nl", "live.", "msn.", "yahoo.", "icloud.", "me.com", "proton.", "protonmail.", "gmx.", "ziggo.", "kpnmail.", "kpnplanet.", "planet.nl", "xs4all.", "hetnet.", "home.nl", "casema.", "upcmail.", "chello.", "quicknet.",
        "telfort.", "tele2.", "solcon.", "zonnet.", "caiway.", "online.nl", "wp.pl", "web.de", "t-online.", "telenet.", "skynet.", "pm.me", "tutanota.", "freeler.", "wanadoo.", "orange.", "laposte.", "mail.ru", "yandex.", "versatel.", "onsbrabantnet.", "zeelandnet.", "delta.nl",
    ];

    /// <summary>True where letters are a surname that the dossier knows, or an initial and one: <c>gjenkins</c>, <c>verhulst</c>.</summary>
    public static bool IsUserOf(string letters, PersonRegister register) => IsKnown(letters, register) || (letters.Length > 4 && IsKnown(letters[1..], register));

    /// <summary>True where a domain belongs to a provider at which people have their own mailboxes.</summary>
    public static bool IsPrivateProvider(ReadOnlySpan<char> domain)
    {
        foreach (var provider in Providers)
        {
            if (domain.StartsWith(provider, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where every word of a local part belongs to an office.</summary>
    public static bool IsOffice(string local) => Array.TrueForAll(local.Split(['.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries),
        p => (Lexicon.Default.Find(WordHash.Of(p)) & Office) != 0 || IsOfficeCompound(p));

    /// <summary>True where a folded local part names a person.</summary>
    public static bool NamesPerson(string local, PersonRegister register)
    {
        var parts = local.Split(['.', '-', '_', '+'], StringSplitOptions.RemoveEmptyEntries);
        var office = 0;
        var named = 0;
        var unknown = 0;
        foreach (var part in parts)
        {
            var word = part.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
            var classes = Lexicon.Default.Find(WordHash.Of(word));
            if (word.Length <= 1 || (classes & WordClass.Particle) != 0)
            {
                continue;
            }

            var isOffice = (classes & Office) != 0 || IsOfficeCompound(word) || (word.Length > 7 && NameContext.EndsAsWork(word));
            var isName = isOffice ? IsKnown(word, register) && (classes & Office & ~WordClass.PublicRole) != 0 & parts.Length > 1 : IsNameLike(word, register);
            office += isOffice && !isName ? 1 : 0;
            named += isName ? 1 : 0;
            unknown += !isOffice && !isName && (classes & Plain) == 0 ? 1 : 0;
        }

        // "w.prins", "l.koning": an initial and a surname, whatever else the surname means.
        if (parts.Length >= 2 && parts[0].Length == 1 && char.IsLetter(parts[0][0]) && parts[^1].Length > 2)
        {
            return true;
        }

        if (parts.Length >= 2 && (Lexicon.Default.Find(WordHash.Of(parts[0])) & (WordClass.Given | WordClass.Common | WordClass.Mailbox)) == WordClass.Given)
        {
            return true;
        }

        return office == 0 && (named > 0 || (unknown >= 2 && parts.Length >= 2)) || (office > 0 && named > 0 && office < named);
    }

    private static bool IsKnown(string word, PersonRegister register)
    {
        var node = register.Trie.Step(0, WordHash.Of(word));
        if (node == 0)
        {
            return false;
        }

        foreach (var form in register.Trie.FormsAt(node))
        {
            if (register.Persons[form.Person].Role is null && form.Kind is not FormKind.Code)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A name; a name with initials (<c>clindqvist</c>, <c>mansouria</c>); two names in one word (<c>harmnijland</c>).</summary>
    private static bool IsNameLike(string word, PersonRegister register)
    {
        var classes = Lexicon.Default.Find(WordHash.Of(word));
        if (IsKnown(word, register) || ((classes & Names) != 0 && (classes & (WordClass.Common | WordClass.Function)) == 0))
        {
            return true;
        }

        if ((classes & Plain) != 0)
        {
            return false;
        }

        for (var cut = 1; cut < word.Length; cut++)
        {
            var left = word.AsSpan(0, cut);
            var right = word.AsSpan(cut);
            if ((cut <= 3 && IsName(right, register)) || (right.Length <= 3 && IsName(left, register)) || (cut >= 3 && right.Length >= 3 && IsName(left, register) && IsName(right, register)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsName(ReadOnlySpan<char> word, PersonRegister register)
    {
        if (word.Length < 3)
        {
            return false;
        }

        var classes = Lexicon.Default.Find(WordHash.Of(word));
        return ((classes & Names) != 0 && (word.Length >= 4 || (classes & WordClass.Common) == 0)) || (word.Length >= 4 && IsKnown(word.ToString(), register));
    }

    private static bool IsOfficeCompound(string word)
    {
        for (var cut = 3; cut <= word.Length - 3; cut++)
        {
            var left = Lexicon.Default.Find(WordHash.Of(word.AsSpan(0, cut)));
            var right = Lexicon.Default.Find(WordHash.Of(word.AsSpan(cut)));
            const WordClass Word = Office | WordClass.Common | WordClass.Function;
            if (((left | right) & WordClass.Mailbox) != 0 && (left & Word) != 0 && (right & Word) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
