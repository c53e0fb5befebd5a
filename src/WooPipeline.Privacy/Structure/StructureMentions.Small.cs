namespace WooPipeline.Privacy;

/// <summary>The part that reads one word in small letters where only somebody's name stands: <c>dag jan,</c>, <c>groetjes jp</c>, <c>gr faatje</c>.</summary>
internal sealed partial class StructureMentions
{
    /// <summary>Ends a message in few letters; behind these stands who wrote it, while thanks are followed by whom they are for, or by nobody.</summary>
    private bool IsGreetingOff(int k) => words.Folded(k) is "gr" or "grt" or "grtz" or "groet" or "groeten" or "groetjes" or "mvg" or "liefs" or "regards" or "cheers";

    /// <summary>A line of a form that asks for nothing but a part of a name.</summary>
    private static bool IsNamePart(Field field) => field.LabelText is "achternaam" or "familienaam" or "geboortenaam" or "meisjesnaam" or "voornaam" or "voornamen" or "roepnaam" or "surname" or "last name" or "first name" or "family name" or "given name";

    /// <summary>A given name, particles and a surname in small letters behind the closing: <c>groetjes sem de wit</c>.</summary>
    private bool SmallFull(int k, int stop)
    {
        var surname = k + 1;
        while (surname < stop - 1 && words[surname].Is(WordClass.Particle) && words.GapBefore(surname) == Gap.Space)
        {
            surname++;
        }

        if (surname != stop - 1 || !words[k].Is(WordClass.Given) || words[k].IsCapital || words[k].Is(WordClass.Filler | WordClass.Particle) || words.GapBefore(surname) != Gap.Space || !words[surname].IsWord || !(words[surname].Is(WordClass.Surname) || words[surname].Class == WordClass.None))
        {
            return false;
        }

        var builder = new NameBuilder();
        builder.AddGiven(words.Folded(k));
        for (var i = k + 1; i < surname; i++)
        {
            builder.AddParticle(words.Folded(i));
        }

        builder.AddSurname(words.Folded(surname));
        mentions.Add(new Mention(new NameSpan(k, stop, builder.Build()), Strength.Strong, "name.closing", 0.85));
        return true;
    }

    /// <summary>One capital with a dot as the last line of a message: <c>J.</c></summary>
    private bool SignsByLetter(int k, int end)
    {
        if (words[k].Length != 1 || !words[k].IsCapital || !words[k].IsWord || k < 4 || words.GapBefore(k) is not (Gap.Paragraph or Gap.Line) || !text.AsSpan(words[k].End, end - words[k].End).Trim().SequenceEqual("."))
        {
            return false;
        }

        var next = k + 1;
        if (next < words.Count && !(words.GapBefore(next) == Gap.Paragraph && HeaderLabels.IsAddressHeader(words.Folded(next))))
        {
            return false;
        }

        mentions.Add(new Mention(new NameSpan(k, k + 1, CodeMentions.Unknown), Strength.Guess, "name.reference", 0.7));
        return true;
    }

    /// <summary>A speaker's words, not a list of names: <c>VOORZITTER: Dank. Mevrouw De Graaf, gaat u gang.</c></summary>
    private bool HoldsSentenceEnd(int start, int end)
    {
        for (var k = words.IndexAt(start); k + 1 < words.Count && words[k + 1].Start < end; k++)
        {
            if (words.GapAfter(k) == Gap.DotSpace && words[k].Length > 3 && !words[k].Is(WordClass.Title | WordClass.Surname | WordClass.Given) && words[k].Is(WordClass.Common | WordClass.Closing | WordClass.Plain | WordClass.Greeting))
            {
                return true;
            }
        }

        return false;
    }

    private bool SmallName(int k, string rule)
    {
        const WordClass Never = WordClass.Filler | WordClass.Particle | WordClass.Title | WordClass.Function | WordClass.Greeting | WordClass.Closing | WordClass.Relative | WordClass.Organisation | WordClass.Place | WordClass.Day;
        var token = words[k];
        if (!token.IsWord || token.IsCapital || token.Is(Never))
        {
            return false;
        }

        var closes = rule == "name.closing";
        var sure = !closes || IsGreetingOff(k - 1);
        var only = (token.Class & ~Surroundings.NameLists) == WordClass.None;
        if (token.Length > 1 && token.Is(WordClass.Given) && (only || sure) || (sure && only && token.Length > 2))
        {
            var builder = new NameBuilder();
            builder.AddGiven(words.Folded(k));
            mentions.Add(new Mention(new NameSpan(k, k + 1, builder.Build()), token.Is(WordClass.Given) && only ? Strength.Strong : Strength.Guess, rule, 0.8));
            return true;
        }

        if (closes && sure && token.Length is 2 or 3 && !token.Is(WordClass.Common | WordClass.Plain))
        {
            mentions.Add(new Mention(new NameSpan(k, k + 1, CodeMentions.Unknown), Strength.Guess, "name.reference", 0.75));
            return true;
        }

        return false;
    }
}
