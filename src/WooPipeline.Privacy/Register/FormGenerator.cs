namespace WooPipeline.Privacy;

/// <summary>Writes a person's name in every form in which documents write it.</summary>
internal static class FormGenerator
{
    private const int ShortestJoined = 6;

    public static void AddForms(FormTrie.Builder trie, int person, PersonName name, bool withCodes)
    {
        var particles = name.Particles.ToArray();
        var surname = name.Surname.ToArray();
        AddSurnames(trie, person, name, particles, surname);
        AddGivens(trie, person, name);
        if (surname.Length > 0)
        {
            AddFull(trie, person, name, particles, surname);
        }

        if (withCodes)
        {
            foreach (var code in InitialCodes.Of(name))
            {
                trie.Add([code], new Form(person, FormKind.Code));
            }
        }
    }

    private static void AddSurnames(FormTrie.Builder trie, int person, PersonName name, string[] particles, string[] surname)
    {
        if (surname.Length == 0)
        {
            return;
        }

        AddWithGenitive(trie, [.. particles, .. surname], new Form(person, FormKind.Surname));
        if (particles.Length > 0)
        {
            AddWithGenitive(trie, surname, new Form(person, FormKind.SurnamePart));
        }

        var joined = string.Concat(particles) + string.Concat(surname);
        if (particles.Length + surname.Length > 1 && joined.Length >= ShortestJoined)
        {
            trie.Add([joined], new Form(person, FormKind.Joined));
        }

        if (name.Halves.Length > 0)
        {
            var halves = name.SurnameHalves().ToArray();
            foreach (var half in halves)
            {
                AddWithGenitive(trie, half, new Form(person, FormKind.SurnamePart));
            }

            AddWithGenitive(trie, [.. particles, .. halves[0]], new Form(person, FormKind.Surname));
            trie.Add([.. halves[^1], .. halves[0]], new Form(person, FormKind.Surname));
        }
        else if (surname.Length > 1)
        {
            // Jonge Poerink, Bruins Slot: the last word stands alone at times, the first with more doubt.
            AddWithGenitive(trie, [surname[^1]], new Form(person, FormKind.SurnamePart));
            AddWithGenitive(trie, [surname[0]], new Form(person, FormKind.SurnamePart));
        }
    }

    private static void AddGivens(FormTrie.Builder trie, int person, PersonName name)
    {
        if (name.Given.Length == 0)
        {
            return;
        }

        if (name.Given.Any(g => (Lexicon.Default.Find(WordHash.Of(g)) & (WordClass.Particle | WordClass.Title)) != 0))
        {
            return;
        }

        AddWithGenitive(trie, name.Given, new Form(person, FormKind.Given));
        if (name.Given.Length > 1)
        {
            AddWithGenitive(trie, [string.Concat(name.Given)], new Form(person, FormKind.Given));
            AddWithGenitive(trie, [name.Given[0]], new Form(person, FormKind.Given));
        }
    }

    private static void AddFull(FormTrie.Builder trie, int person, PersonName name, string[] particles, string[] surname)
    {
        var full = new Form(person, FormKind.Full);
        var first = name.Given.Length > 0 ? name.Given[0] : "";
        foreach (var half in name.Halves.Length > 0 ? name.SurnameHalves().Prepend([.. surname]) : [[.. surname]])
        {
            if (name.Given.Length > 0)
            {
                AddWithGenitive(trie, [.. name.Given, .. particles, .. half], full);
                AddWithGenitive(trie, [first, .. particles, .. half], full);
                AddWithGenitive(trie, [first, .. half], full);
                trie.Add([.. particles, .. half, first], full);
                trie.Add([.. half, first, .. particles], full);
                trie.Add([.. half, .. name.Given], full);
                trie.Add([first + string.Concat(particles) + string.Concat(half)], new Form(person, FormKind.Joined));
                trie.Add([.. half, string.Concat(name.Given.Select(g => g[0]))], full);
            }

            var letter = name.FirstLetter;
            if (letter != '\0' && half.Length > 0)
            {
                trie.Add([letter + string.Concat(particles) + string.Concat(half)], new Form(person, FormKind.Joined));
                trie.Add([letter + string.Concat(half)], new Form(person, FormKind.Joined));
                trie.Add([string.Concat(half) + letter], new Form(person, FormKind.Joined));
                if (name.Initials.Length > 1)
                {
                    trie.Add([name.Initials + string.Concat(half)], new Form(person, FormKind.Joined));
                }
            }
        }
    }

    private static void AddWithGenitive(FormTrie.Builder trie, IReadOnlyList<string> words, Form form)
    {
        const WordClass Nobody = WordClass.Particle | WordClass.Title | WordClass.WeakParticle | WordClass.Filler;
        if (words.All(w => (Lexicon.Default.Find(WordHash.Of(w)) & Nobody) != 0 && (Lexicon.Default.Find(WordHash.Of(w)) & WordClass.Given) == 0))
        {
            return;
        }

        trie.Add(words, form);
        var last = words[^1];
        if (last.Length > 2 && last[^1] is not ('s' or 'x' or 'z'))
        {
            trie.Add([.. words.Take(words.Count - 1), last + "s"], form);
        }
    }
}
