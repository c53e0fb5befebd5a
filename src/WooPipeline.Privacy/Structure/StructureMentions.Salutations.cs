namespace WooPipeline.Privacy;

/// <summary>The part that reads whom a message is to: <c>Beste Jan en Petra,</c>, <c>Geachte heer Van Zevenaar,</c>.</summary>
internal sealed partial class StructureMentions
{
    private bool Salutation(int first, int stop)
    {
        if (!words[first].Is(WordClass.Greeting))
        {
            return false;
        }

        if (stop - first >= 2 && (stop - first == 2 || words.GapBefore(first + 2) == Gap.Comma) && words.GapBefore(first + 1) == Gap.Space && words.Folded(first) is not ("geachte" or "geacht" or "hooggeachte" or "waarde") && SmallName(first + 1, "name.salutation"))
        {
            return true;
        }

        var any = false;
        for (var k = first + 1; k < stop && k < first + 24;)
        {
            var token = words[k];
            if (token.Is(WordClass.Greeting | WordClass.Title | WordClass.Particle) && !(token.IsCapital && token.Is(WordClass.Particle | WordClass.Given) && words[k - 1].Is(WordClass.Greeting | WordClass.Title))
                || words.Folded(k) is "en" or "and" or "collega" or "lid" or "team")
            {
                if (token.Is(WordClass.Particle) && Addressee(stop, ref k, ref any))
                {
                    continue;
                }

                k++;
                continue;
            }

            if (token.Is(WordClass.PublicRole))
            {
                return any;
            }

            if (!Addressee(stop, ref k, ref any))
            {
                break;
            }
        }

        return any;
    }

    /// <summary>Takes the name of a salutation from a word on, up to the line's end.</summary>
    private bool Addressee(int stop, ref int k, ref bool found)
    {
        var end = k;
        while (end < stop && (end == k || words.GapBefore(end) is Gap.Space or Gap.Hyphen or Gap.Apostrophe or Gap.DotSpace or Gap.Dot) && words[end].IsWord
               && (words[end].IsCapital || words[end].Is(WordClass.Particle)) && !(words.Folded(end) is "en" or "and") && end - k < 6)
        {
            end++;
        }

        if (end == k || !words[end - 1].IsCapital && !words[end - 1].Is(WordClass.Given) || !PlausibleAddressee(k, end))
        {
            return false;
        }

        var name = NameReader.ReadField(words, k, end);
        if (name.IsNone)
        {
            return false;
        }

        mentions.Add(new Mention(name, Strength.Confirmed, "name.salutation", 0.95));
        found = true;
        k = Math.Max(end, name.End);
        return true;
    }

    private bool PlausibleAddressee(int first, int end)
    {
        var token = words[first];
        if (end - first == 1 && token.IsAllCaps && token.Length is >= 2 and <= 5 && !token.Is(WordClass.Given | WordClass.Surname) && !words[first - 1].IsAllCaps)
        {
            // "Geachte DUO,": letters are a body; initials in a salutation have dots or are of two letters in a note.
            return token.Length == 2 && token.Class == WordClass.None;
        }

        return token.Is(WordClass.Given | WordClass.Surname | WordClass.Particle) || !token.Is(WordClass.Common | WordClass.Function | WordClass.PublicRole | WordClass.Organisation) || (end - first > 1 || token.IsCapital && PersonCues.IsCivilTitle(words, first - 1)) && words[first - 1].Is(WordClass.Title);
    }
}
