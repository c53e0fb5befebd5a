using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>
/// Names the columns of tables whose reader knew no heading (PDF): the first row names them where all its cells are short,
/// without digits, and one of them is a known label.
/// </summary>
internal static class UnnamedColumns
{
    private const int LongestHeading = 40;

    private const WordClass Labels = WordClass.PersonLabel | WordClass.AddressCue | WordClass.BirthCue | WordClass.PhoneCue | WordClass.RoomCue | WordClass.AccessCue
        | WordClass.AccountCue | WordClass.IdCue | WordClass.ReferenceCue | WordClass.Mailbox;

    public static void Find(TextView view, TokenText words, List<Field> fields)
    {
        var text = view.Text;
        Dictionary<int, string>? headings = null;
        var row = -1;
        var rowEnd = -1;
        var cells = new List<(int Column, TextSpan Span)>();
        foreach (var zone in view.Zones)
        {
            if (zone.Kind != ZoneKind.TableCell || zone.Name is not null || zone.Span.IsEmpty)
            {
                continue;
            }

            var start = RowOf(text, zone.Span.Start);
            if (start != row)
            {
                headings = Close(words, row, cells, headings, fields);
                if (rowEnd >= 0 && rowEnd <= start && text.AsSpan(rowEnd, start - rowEnd).Trim().Length > 0)
                {
                    headings = null;
                }

                row = start;
            }

            cells.Add((text.AsSpan(start, zone.Span.Start - start).Count('\t'), zone.Span));
            rowEnd = zone.Span.End;
        }

        Close(words, row, cells, headings, fields);
    }

    private static Dictionary<int, string>? Close(TokenText words, int row, List<(int Column, TextSpan Span)> cells, Dictionary<int, string>? headings, List<Field> fields)
    {
        var text = words.Text;
        if (cells.Count == 0)
        {
            return headings;
        }

        if (headings is null)
        {
            headings = IsHeading(words, cells) ? cells.DistinctBy(c => c.Column).ToDictionary(c => c.Column, c => text[c.Span.Start..c.Span.End]) : [];
        }
        else
        {
            foreach (var (column, span) in cells)
            {
                if (headings.TryGetValue(column, out var name))
                {
                    fields.Add(new Field(FieldFinder.Classify(name), -1, span.Start, span.End, row, true, Folding.Fold(name).Trim()));
                }
            }
        }

        cells.Clear();
        return headings;
    }

    private static bool IsHeading(TokenText words, List<(int Column, TextSpan Span)> cells) => cells.Count > 1
        && cells.TrueForAll(c => c.Span.Length <= LongestHeading && words.Text.AsSpan(c.Span.Start, c.Span.Length).IndexOfAnyInRange('0', '9') < 0)
        && cells.Exists(c => (FieldFinder.Classify(words, c.Span.Start, c.Span.End) & Labels) != 0);

    private static int RowOf(string text, int position) => position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1;
}
