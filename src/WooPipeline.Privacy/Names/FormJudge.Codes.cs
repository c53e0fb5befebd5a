using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>The part that judges initials: alone, with dots, glued to other signs, in the names of files.</summary>
internal sealed partial class FormJudge
{
    private NameHit? Code(int first, int end, List<int> candidates)
    {
        var token = words[first];
        var weak = register.Persons[candidates[0]].Strength != Strength.Confirmed;
        var inName = words.GapBefore(first) == Gap.Underscore && !token.Is(WordClass.Common) && token.Length is 2 or 3 && !weak;
        var inFile = token.IsAllCaps && words.GapBefore(first) is Gap.Underscore or Gap.Hyphen && FileNames.Holds(words.Text, token.Start)
            && candidates.Exists(c => register.Persons[c].Strength == Strength.Confirmed || register.Persons[c].Scope.Contains(analysis.Document.Id));
        if (weak && !inFile && ((token.Shape & Shape.Mixed) == 0 || token.Length < 3))
        {
            return null;
        }

        inName |= words.GapBefore(first) == Gap.Slash && hits.Count > 0 && hits[^1].End == first && token.Length is 2 or 3 && !weak;
        if (end != first + 1 || token.HasDigit || !(inName || token.IsAllCaps || ((token.Shape & Shape.Mixed) != 0 && token.IsCapital)) || token.Length < 2
            || (token.Is(WordClass.Abbreviation | WordClass.Party | WordClass.Brand) && !(words.Folded(first) is "fw" or "re" or "aw" or "pm" && words.GapBefore(end) != Gap.Colon) && !IsSigned(first, end) && !AmongCodes(first, end, candidates)) || ((token.Is(WordClass.Common | WordClass.Title) || (token.Is(WordClass.Particle) && (token.Length > 2 || weak || words[first - 1].IsAllCaps || words[end].IsAllCaps || words[end].IsCapital))) && token.Length <= 3 && !Bracketed(first) && !IsSigned(first, end) && !AmongCodes(first, end, candidates)))
        {
            return null;
        }

        if (words[first - 1].IsNumber && words.GapBefore(first) == Gap.Space && words[first - 1].Start > 1 && words.Text[words[first - 1].Start - 1] == ',' && words[first - 2].IsNumber && !IsSigned(first, end))
        {
            // "18,442 GJ": a unit behind its number.
            return null;
        }

        if (words.GapBefore(end) == Gap.Space && words[end].IsCapital && words[end].HasDigit && !Bracketed(first) && !IsSigned(first, end))
        {
            // "FR A400M"
            return null;
        }

        if (words.GapBefore(end) == Gap.Space && words[end].IsCapital && !words[end].IsAllCaps && words[end].Length > 2 && words[end].Is(WordClass.Given | WordClass.Surname | WordClass.PublicRole) && token.IsAllCaps && !Bracketed(first) && !IsSigned(first, end))
        {
            // "GV Koningin Wilhelmina": letters before a name are what is called so.
            return null;
        }

        var before = words.GapBefore(first);
        var after = words.GapBefore(end);
        var paired = before is Gap.Hyphen && inFile && words[first - 1].IsAllCaps && words[first - 1].IsWord && words[first - 1].Length <= 4;
        if ((before is Gap.Hyphen or Gap.Ampersand or Gap.At or Gap.Apostrophe) && !paired || after is Gap.Ampersand || (after is Gap.Hyphen && !(words[end].IsAllCaps && words[end].IsWord && words[end].Length <= 4 && (inFile || IsAlsoCode(end))))
            || (words[end].IsNumber && after is Gap.Space or Gap.Slash && !Bracketed(first) && !IsSigned(first, end) && words[end].Length >= 2)
            || (before is Gap.Slash && words[first - 1].IsAllCaps && words[first - 1].Length > 3) || (before == Gap.Space && token.Is(WordClass.Organisation) && words[first - 1].IsCapital && words[first - 1].Length > 2))
        {
            return null;
        }

        return Hit(first, end, candidates[0], "name.code", candidates.Count == 1 ? 0.85 : 0.8, false);
    }

    private bool IsAlsoCode(int k) => register.Trie.Step(0, words[k].Hash) is var node and > 0 && (register.Trie.KindsAt(node) & (1 << (int)FormKind.Code)) != 0;

    /// <summary>Alone in its cell, or behind a word with which people sign: <c>akkoord VS</c>.</summary>
    private bool IsSigned(int first, int end) => (words.GapBefore(first) == Gap.Tab && words.GapBefore(end) is Gap.Tab or Gap.Line or Gap.Paragraph && analysis.StartsPersonCell(words[first].Start))
        || (words.Folded(first - 1) is "akkoord" or "paraaf" or "gezien" or "initialen" && words.GapBefore(first) is Gap.Space or Gap.Colon);

    /// <summary>
    /// Initials that are an abbreviation too, of somebody in this document, where people do or are given something: <c>EK legt uit</c>, <c>mail aan
    /// GO</c>, the last cell of an action. Where a word for a body stands beside it, it is the body.
    /// </summary>
    private bool AmongCodes(int first, int end, List<int> candidates)
    {
        if (WeakCodes.Contains(words[first].Hash) || !candidates.Exists(c => register.Persons[c] is { Role: null, Strength: Strength.Confirmed } person && person.Scope.Contains(analysis.Document.Id)))
        {
            return false;
        }

        var alone = words.GapBefore(first) is Gap.Tab or Gap.Slash && words.GapBefore(end) is Gap.Tab or Gap.Line or Gap.Paragraph or Gap.Slash or Gap.Comma;
        var acts = words.GapBefore(end) == Gap.Space && words[end].Is(WordClass.Acting | WordClass.Speech) && !words[end].IsCapital && words.Folded(end) is not ("is" or "was" or "heeft" or "komt" or "zal" or "wil");
        var given = words.GapBefore(first) == Gap.Space && words.Folded(first - 1) is "aan" or "cc" or "namens" or "opmerking" or "actie" && words.GapBefore(end) is Gap.Comma or Gap.DotSpace or Gap.Colon or Gap.Line or Gap.Paragraph or Gap.CloseParen or Gap.Semicolon;
        return alone || given || (acts && !Appositions.IsDeterminer(words, first - 1));
    }

    private static readonly WordSet WeakCodes = new("pa", "ad", "om", "mp", "sg", "dg", "tk", "wob", "avg", "pr", "hr", "ict", "it", "ok", "cc", "nb", "ps");

    private bool Bracketed(int first) => words.GapBefore(first + 1) == Gap.Colon || words.GapBefore(first) is Gap.OpenParen or Gap.Slash or Gap.Underscore or Gap.Other;

    /// <summary>False for a word that can be no code, no name glued to another sign and no name mistyped.</summary>
    public static bool MayHideName(in Token token) => token.IsCapital || (token.Shape & Shape.Mixed) != 0 || (token.HasDigit && !token.IsNumber);

    /// <summary>P.S., N.B.: signs of a letter, not of a person.</summary>
    private bool IsNoted(int first) => words.GapAfter(first) == Gap.Dot && (words.Folded(first), words.Folded(first + 1)) is ("p", "s") or ("n", "b") or ("b", "v") or ("n", "v") or ("c", "v");

    /// <summary>A code with dots: <c>Ü.Y.</c>, <c>J.d.V.</c></summary>
    public NameHit? DottedCode(int first)
    {
        if (words[first].Length != 1 || !words[first].IsCapital || IsNoted(first) || words.GapAfter(first) != Gap.Dot || words.GapBefore(first) == Gap.Dot)
        {
            return null;
        }

        var end = first + 1;
        while (end < words.Count && end - first < 6 && words[end].Length == 1 && words[end].IsWord && words.GapBefore(end) == Gap.Dot)
        {
            end++;
        }

        if (end - first < 2 || (words.GapBefore(end) == Gap.Other && words.TextBefore(end).Contains(',')) || words.GapBefore(end) == Gap.Comma || (words[end].IsCapital && words.GapBefore(end) is Gap.Dot or Gap.DotSpace or Gap.Space))
        {
            return null;
        }

        var code = string.Concat(Enumerable.Range(first, end - first).Select(words.Folded));
        var node = register.Trie.Step(0, WordHash.Of(code));
        var candidates = node == 0 ? [] : Candidates(register.Trie.FormsAt(node), FormKind.Code, fitting);
        return candidates.Count == 0 ? null : Hit(first, end, candidates[0], "name.code", 0.85, false);
    }

    /// <summary>
    /// A code or name glued to other signs in one word: <c>TV1</c> (a comment's number), <c>opmPBC</c>, <c>JoostK</c>, <c>TVos</c>. Only
    /// confirmed persons count, and only where the case changes or a digit follows.
    /// </summary>
    public NameHit? Glued(int first)
    {
        var token = words[first];
        if (token.Length is < 3 or > 24 || !((token.Shape & Shape.Mixed) != 0 || (token.HasDigit && !token.IsNumber)) || token.Class != WordClass.None || (words.GapAfter(first) is Gap.Hyphen or Gap.Slash && words[first + 1].HasDigit))
        {
            return null;
        }

        var word = words.Of(first);
        var end = word.Length;
        while (end > 0 && char.IsAsciiDigit(word[end - 1]))
        {
            end--;
        }

        if (word.Length - end > 2)
        {
            return null;
        }

        if (end < word.Length && end >= 2 && GluedPart(word[..end], true) is { } numbered)
        {
            return Hit(first, first + 1, numbered, "name.glued", 0.8, false);
        }

        var from = 0;
        for (var cut = 1; cut <= end; cut++)
        {
            if (cut < end && !(char.IsUpper(word[cut]) && char.IsLower(word[cut - 1])))
            {
                continue;
            }

            if ((GluedPart(word[from..cut], true) ?? (cut < end ? GluedPart(word[cut..end], true) : null)) is { } part)
            {
                return Hit(first, first + 1, part, "name.glued", 0.8, false);
            }

            from = cut;
        }

        return (token.Shape & Shape.Mixed) != 0 && char.IsUpper(word[0]) && char.IsUpper(word[1]) ? GluedPart(word[..end], false) is { } joined ? Hit(first, first + 1, joined, "name.glued", 0.8, false) : null : null;
    }

    private int? GluedPart(ReadOnlySpan<char> part, bool codes)
    {
        if (part.Length < 2)
        {
            return null;
        }

        var folded = Folding.Fold(part);
        if ((Lexicon.Default.Find(WordHash.Of(folded)) & (Ordinary & ~WordClass.WeakGiven)) != 0)
        {
            return null;
        }

        var node = register.Trie.Step(0, WordHash.Of(folded));
        foreach (var form in node == 0 ? [] : register.Trie.FormsAt(node))
        {
            var person = register.Persons[form.Person];
            var fits = form.Kind == FormKind.Code ? codes && char.IsUpper(part[0]) && char.IsUpper(part[^1]) : part.Length >= 4 && form.Kind is FormKind.Given or FormKind.Surname or FormKind.Joined;
            if (fits && person.Role is null && person.Strength == Strength.Confirmed)
            {
                return form.Person;
            }
        }

        return null;
    }
}
