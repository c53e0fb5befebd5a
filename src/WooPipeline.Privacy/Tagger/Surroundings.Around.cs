namespace WooPipeline.Privacy;

/// <summary>The words beside a word, its line and its field.</summary>
internal sealed partial class Surroundings
{
    private const int Reach = 3;
    private const int FarReach = 6;
    private const int LongestLine = 40;

    private void Around(int k, ulong own)
    {
        var gaps = ((ulong)words.GapBefore(k) << 5) | (ulong)words.GapAfter(k);
        Add(40, gaps);
        Add(41, (gaps << 16) | own);
        for (var step = 1; step <= Reach; step++)
        {
            Neighbour(50 + (step * 16), k - step, words.GapBefore(k - step + 1), own);
            Neighbour(58 + (step * 16), k + step, words.GapBefore(k + step), own);
        }

        ref readonly var before = ref words[k - 1];
        ref readonly var after = ref words[k + 1];
        Add(130, (Coarse(before.Class) << 16) | (Coarse(after.Class) << 8) | ((ulong)StateOf(k - 1) << 32) | ((ulong)StateOf(k + 1) << 36));
        if (before.Entry != 0)
        {
            Add(132, (before.Hash * 31) ^ words[k - 2].Hash);
            Add(133, (before.Hash * 31) ^ Coarse(after.Class));
        }

        if (after.Entry != 0)
        {
            Add(135, (after.Hash * 31) ^ words[k + 2].Hash);
            Add(136, (after.Hash * 31) ^ Coarse(before.Class));
        }

        Add(137, (NameContext.IsThing(words, k, k + 1) ? 1UL : 0) | (NameContext.HasPersonCue(words, k, k + 1) ? 2UL : 0) | (Appositions.IsDeterminer(words, k - 1) ? 4UL : 0));
        Add(138, (PersonNouns.Is(words, k - 1) ? 1UL : 0) | (PersonNouns.Is(words, k + 1) ? 2UL : 0) | (PersonNouns.Is(words, k + 2) ? 4UL : 0));
        Add(139, (NameContext.EndsAsOrganisation(words.Of(k)) ? 1UL : 0) | (NameContext.EndsAsOrganisation(words.Of(k - 1)) ? 2UL : 0) | (NameContext.EndsAsOrganisation(words.Of(k + 1)) ? 4UL : 0));
    }

    private void Neighbour(int template, int k, Gap gap, ulong own)
    {
        ref readonly var token = ref words[k];
        if (token.Entry != 0)
        {
            Add(template, token.Hash);
            Add(template + 1, token.Hash ^ ((ulong)gap << 56));
        }

        var state = (ulong)StateOf(k);
        Add(template + 2, ((ulong)gap << 8) | Form(k));
        Add(template + 3, ((ulong)gap << 8) | state);
        Add(template + 4, ((ulong)gap << 40) | (state << 32) | Coarse(token.Class));
        Bits(template + 5, token.Class, (ulong)gap);
        Add(template + 6, (Coarse(token.Class) << 16) | own);
        Add(template + 7, (k >= 0 && k < words.Count && analysis.Blocked[k] ? 1UL : 0) | (state << 2));
    }

    /// <summary>Where in its line the word stands, what else is in the line, and the label of its field.</summary>
    private void InLine(int k, ulong own, ulong form)
    {
        var (first, end) = Line(k);
        var (small, names) = (0, 0);
        for (var i = first; i < end; i++)
        {
            small += words[i].IsWord && !words[i].IsCapital ? 1 : 0;
            names += i != k && taken[i] == TakenBy.Strong ? 1 : 0;
            if (i != k && Math.Abs(i - k) <= FarReach && words[i] is { Entry: not 0, IsCapital: false, Length: > 2 })
            {
                Add(i < k ? 140 : 141, words[i].Hash);
                Add(142, words[i].Hash);
            }
        }

        Add(150, (uint)((Math.Min(k - first, 4) << 4) | Math.Min(end - k - 1, 4)));
        Add(151, (uint)Math.Min(end - first, 12));
        Add(152, (uint)(small * 6 / (end - first)));
        Add(153, (uint)Math.Min(names, 3));
        var at = words[k].Start;
        var found = inFields.Of(k);
        if (found < 0)
        {
            Add(154, 0xFFFF);
            return;
        }

        var field = analysis.Fields[found];
        var fills = at == field.Start && words[k].End == field.End;
        var label = WordHash.Of(field.LabelText);
        Add(154, (field.IsCell ? 1UL : 0) | (fills ? 2UL : 0) | (at == field.Start ? 4UL : 0) | (own << 8));
        Bits(155, field.Label, field.IsCell ? 1UL : 0);
        Add(156, label);
        Add(157, label ^ (fills ? 1UL : 0) ^ (form << 3));
    }

    /// <summary>The words of a word's line, or as many of a long one as are near.</summary>
    private (int First, int End) Line(int k)
    {
        var first = k;
        while (first > 0 && k - first < LongestLine && !BreaksBefore(first))
        {
            first--;
        }

        var end = k + 1;
        while (end < words.Count && end - k < LongestLine && !BreaksBefore(end))
        {
            end++;
        }

        return (first, end);
    }

    private bool BreaksBefore(int k) => words.GapBefore(k) is Gap.Line or Gap.Paragraph || words.TextBefore(k).Contains('\n');
}
