namespace WooPipeline.Privacy;

/// <summary>
/// Initials that a document uses for the persons it names: behind the name in brackets (<c>Ilse Theunissen (IT)</c>), as the speaker
/// of a line (<c>HJW: …</c>), in a field for a person (<c>paraaf: SR</c>), joined by a slash (<c>JB/FY</c>). Once a document shows that a
/// code is a person, every place where it stands is one.
/// </summary>
internal sealed class CodeMentions(TokenText words, List<Field> fields, List<Mention> mentions)
{
    /// <summary>A name of which nothing but initials is known.</summary>
    public static readonly PersonName Unknown = new([], "", [], ["~"], []);

    private readonly HashSet<string> initials = new(StringComparer.Ordinal);
    private readonly HashSet<string> accepted = new(StringComparer.Ordinal);
    private readonly HashSet<string> defined = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> speakers = new(StringComparer.Ordinal);

    public void Run()
    {
        var filter = new CodeFilter();
        var candidates = Candidates(filter);
        var named = new Dictionary<int, PersonName>();
        foreach (var mention in mentions)
        {
            if (candidates.Count > 0 && mention.Name.Name.IsFull && mention.Rule != "name.reference" && filter.MaySpell(mention.Name.Name))
            {
                initials.UnionWith(InitialCodes.Of(mention.Name.Name));
                named.TryAdd(mention.Name.End, mention.Name.Name);
            }
        }

        foreach (var k in candidates)
        {
            Look(k, named);
        }

        foreach (var field in fields)
        {
            InField(field);
        }

        // Two speakers or more by their letters make a conversation; one must be somebody the document names.
        var talk = speakers.Count(s => s.Value > 1) > 1 && speakers.Keys.Any(initials.Contains);
        accepted.UnionWith(speakers.Where(s => initials.Contains(s.Key) || (talk && s.Value > 1)).Select(s => s.Key));
        if (accepted.Count > 0)
        {
            Mark();
        }
    }

    /// <summary>The words that are written as codes are.</summary>
    private List<int> Candidates(CodeFilter filter)
    {
        var found = new List<int>();
        for (var k = words.Next(0, Trigger.Initials); k < words.Count; k = words.Next(k + 1, Trigger.Initials))
        {
            if (words[k] is { IsCapital: false, Before: not Gap.Underscore })
            {
                continue;
            }

            if (HasShape(k))
            {
                found.Add(k);
                filter.Add(words.Folded(k));
                filter.Add(words.GapAfter(k) == Gap.Slash ? words.Folded(k + 1) : "");
            }
            else if (words.GapBefore(k) == Gap.Underscore)
            {
                found.Add(k);
            }
        }

        return found;
    }

    private bool HasShape(int k)
    {
        ref readonly var token = ref words[k];
        return token.IsCapital && token.IsWord && token.Length is >= 2 and <= 6 && (token.IsAllCaps ? token.Length <= 5 : (token.Shape & Shape.Mixed) != 0 && char.IsUpper(words.Of(k)[^1]));
    }

    private void Look(int k, Dictionary<int, PersonName> named)
    {
        if (words.GapBefore(k) == Gap.Underscore && words[k].IsWord && words[k].Length is 2 or 3 && words.Folded(k - 1) is "paraaf" or "par" or "versie" or "opm" && !words[k].Is(WordClass.Common | WordClass.Particle) && FileNames.Holds(words.Text, words[k].Start))
        {
            mentions.Add(new Mention(new NameSpan(k, k + 1, Unknown), Strength.Guess, "name.reference", 0.7));
            return;
        }

        if (!IsCode(k))
        {
            return;
        }

        var code = words.Folded(k);
        if (words[k].Length is 4 or 5 && words[k].Class == WordClass.None && code.AsSpan(1, 2) is "vd")
        {
            // "HvdB": a particle between capitals.
            accepted.Add(code);
            if (words.GapAfter(k) == Gap.Slash && HasShape(k + 1) && words[k + 1].Length is 2 or 3 && !words[k + 1].Is(WordClass.Abbreviation | WordClass.Common | WordClass.Organisation))
            {
                accepted.Add(words.Folded(k + 1));
            }
        }
        else if (words.GapBefore(k) == Gap.OpenParen && words.GapAfter(k) is not (Gap.Space or Gap.Hyphen) && named.TryGetValue(k, out var name) && InitialCodes.Of(name).Contains(code))
        {
            accepted.Add(code);
            defined.Add(code);
        }
        else if (words.Folded(k - 1) is "opm" or "opmerking" or "noot" or "commentaar" or "reactie" && words.GapBefore(k) is Gap.Space or Gap.DotSpace && words.GapAfter(k) == Gap.Colon && !words[k].Is(WordClass.Abbreviation | WordClass.Organisation))
        {
            accepted.Add(code);
        }
        else if (EndsLineOf(k, code, named))
        {
            accepted.Add(code);
            defined.Add(code);
        }
        else if (words.GapAfter(k) == Gap.Slash && IsPartner(k + 1) && initials.Contains(code) && (!words[k].Is(WordClass.Abbreviation) || (words[k + 1].Shape & Shape.Mixed) != 0))
        {
            accepted.Add(code);
            if (initials.Contains(words.Folded(k + 1)))
            {
                accepted.Add(words.Folded(k + 1));
            }
        }
        else if (initials.Contains(code) && words.GapAfter(k) == Gap.Space && words[k + 1].Is(WordClass.Speech | WordClass.Acting) && !words[k].Is(WordClass.Abbreviation | WordClass.Common))
        {
            accepted.Add(code);
        }
        else if (words.GapBefore(k) == Gap.Colon && words[k - 1].Is(WordClass.PersonLabel) && words.Folded(k - 1) is not ("contact" or "naam" or "dienst" or "college") && !words[k].Is(WordClass.Common) && words.GapAfter(k) is not (Gap.Hyphen or Gap.Slash))
        {
            accepted.Add(code);
        }
        else if (words.GapBefore(k) is Gap.Paragraph or Gap.Line or Gap.Other && Speaks(k))
        {
            speakers[code] = speakers.GetValueOrDefault(code) + 1;
        }
    }

    /// <summary>The last word of a row that begins with the name whose initials they are: <c>J. Steiger (vz.), gemeente JS</c>.</summary>
    private bool EndsLineOf(int k, string code, Dictionary<int, PersonName> named)
    {
        if (words.GapAfter(k) is not (Gap.Line or Gap.Paragraph or Gap.Tab) && k + 1 < words.Count)
        {
            return false;
        }

        for (var i = k; i > 0 && k - i < 12 && words.GapBefore(i) is not (Gap.Line or Gap.Paragraph); i--)
        {
            if (named.TryGetValue(i, out var name) && InitialCodes.Of(name).Contains(code))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsPartner(int k) => words[k].IsWord && words[k].Length is 2 or 3 or 4;

    /// <summary>A colon right behind the word, and the word opens its line.</summary>
    private bool Speaks(int k)
    {
        var after = words.TextBefore(k + 1);
        var before = words.TextBefore(k);
        return after.TrimStart('*') is [':', ' ' or '*' or '\t', ..] && (k == 0 || before.Contains('\n')) && before[(before.LastIndexOf('\n') + 1)..].Trim(" *>\t").IsEmpty;
    }

    private void InField(Field field)
    {
        if (!field.Has(WordClass.PersonLabel) || field.Has(WordClass.ReferenceCue | WordClass.Organisation) || field.End - field.Start > 24)
        {
            return;
        }

        var only = words.IndexAt(field.Start);
        if (field.IsCell && field.End - field.Start is 2 or 3 or 4 && only < words.Count && words[only].End == field.End && words[only].IsWord && !words[only].IsCapital && !words[only].Is(WordClass.Common | WordClass.Particle | WordClass.Filler))
        {
            // Initials in small letters, alone in their cell.
            mentions.Add(new Mention(new NameSpan(only, only + 1, Unknown), Strength.Guess, "name.reference", 0.7));
            return;
        }

        for (var k = only; k < words.Count && words[k].End <= field.End; k++)
        {
            if (!IsCode(k) || words[k].Length > 4)
            {
                return;
            }

            accepted.Add(words.Folded(k));
            mentions.Add(new Mention(new NameSpan(k, k + 1, Unknown), Strength.Guess, "name.reference", 0.8));
        }
    }

    private bool IsCode(int k)
    {
        if (!HasShape(k))
        {
            return false;
        }

        var token = words[k];
        return (!token.Is(WordClass.Abbreviation | WordClass.Party | WordClass.Brand | WordClass.Organisation | WordClass.Function | WordClass.PublicRole | WordClass.Title | WordClass.PersonLabel | WordClass.PhoneCue | WordClass.IdCue | WordClass.ReferenceCue | WordClass.AccessCue) || initials.Contains(words.Folded(k)) && !token.Is(WordClass.IdCue | WordClass.PhoneCue));
    }

    private void Mark()
    {
        var taken = new SpanSet(words.Count);
        foreach (var mention in mentions)
        {
            taken.Add(mention.Name.First, mention.Name.End);
        }

        for (var k = words.Next(0, Trigger.Initials); k < words.Count; k = words.Next(k + 1, Trigger.Initials))
        {
            if (words[k].IsCapital && words[k].Length is >= 2 and <= 6 && (words[k].IsAllCaps || (words[k].Shape & Shape.Mixed) != 0) && accepted.Contains(words.Folded(k)) && !taken.Overlaps(k, k + 1) && IsFree(k))
            {
                mentions.Add(new Mention(new NameSpan(k, k + 1, Unknown), Strength.Guess, "name.reference", 0.78));
            }
        }
    }

    /// <summary>A code that is an ordinary word or abbreviation too counts where it speaks, or stands in brackets or between slashes.</summary>
    private bool IsFree(int k)
    {
        if (words.GapBefore(k) is Gap.Hyphen or Gap.Ampersand or Gap.At || words.GapAfter(k) is Gap.Ampersand || (words.GapAfter(k) is Gap.Hyphen or Gap.Slash && words[k + 1].IsNumber))
        {
            return false;
        }

        if (defined.Contains(words.Folded(k)) && words.Folded(k - 1) is not ("afdeling" or "team" or "bij" or "de"))
        {
            return true;
        }

        return !words[k].Is(WordClass.Common | WordClass.Abbreviation | WordClass.English | WordClass.Particle | WordClass.Organisation | WordClass.Brand) || Speaks(k) || words.GapBefore(k) is Gap.OpenParen or Gap.Slash or Gap.Underscore || words.GapAfter(k) == Gap.Slash;
    }
}
