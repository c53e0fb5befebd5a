namespace WooPipeline.Pdf.Layout;

/// <summary>
/// Puts stretches of right-to-left letters of one line in the order in which they are seen; extractors turn that back. A
/// small part of Unicode's algorithm (UAX 9): the paragraph's direction is always left to right, levels don't nest.
/// </summary>
internal static class Bidi
{
    public static void Reorder(Span<LineItem> line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i].Kind != LineItemKind.Glyph || !Characters.IsRightToLeft(line[i].CodePoint))
            {
                continue;
            }

            var last = i;
            for (var j = i + 1; j < line.Length && (IsNeutral(line[j]) || Characters.IsRightToLeft(line[j].CodePoint)); j++)
            {
                last = IsNeutral(line[j]) ? last : j;
            }

            line[i..(last + 1)].Reverse();
            i = last;
        }
    }

    private static bool IsNeutral(LineItem item) =>
        item.Kind == LineItemKind.Space || (item.Kind == LineItemKind.Glyph && item.CodePoint is ',' or '.' or '-' or '\'' or '"' or ':' or 0x5BE);
}
