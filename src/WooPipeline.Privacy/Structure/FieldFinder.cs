using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>Finds the labelled places of a document: by its zones, and by the text alone where a format gives no zones.</summary>
internal static class FieldFinder
{
    private const int LongestLabel = 44;

    public static List<Field> Find(TextView view)
    {
        var fields = new List<Field>();
        FromZones(view, fields);
        UnnamedColumns.Find(view, fields);
        FromLines(view, fields);
        return fields;
    }

    private static void FromZones(TextView view, List<Field> fields)
    {
        foreach (var zone in view.Zones)
        {
            if (zone.Kind is ZoneKind.TableCell or ZoneKind.HeaderField or ZoneKind.Metadata && zone.Name is { Length: > 0 } name && !zone.Span.IsEmpty)
            {
                fields.Add(new Field(Classify(name), -1, zone.Span.Start, zone.Span.End, RowOf(view.Text, zone.Span.Start), zone.Kind == ZoneKind.TableCell, Folding.Fold(name)));
            }
        }
    }

    private static void FromLines(TextView view, List<Field> fields)
    {
        var text = view.Text;
        List<(WordClass Class, string Text)>? columns = null;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var content = SkipQuote(text, start, end);
            if (content < end && text[content] == '|')
            {
                columns = PipeRow(text, content, end, columns, fields);
            }
            else
            {
                columns = null;
                TabbedPair(view, text, content, end, fields);
                LabelledLine(text, content, end, fields);
            }

            start = end + 1;
        }
    }

    /// <summary>First unit of a line after quote marks, bullets and emphasis.</summary>
    public static int SkipQuote(string text, int start, int end)
    {
        while (start < end && (text[start] is '>' or ' ' or '\t' or '*' or '\u00A0' or '\u2022' or '\u00B7' or '\r' || (text[start] is '-' or '\u2013' or '#' or '_' && start + 1 < end && text[start + 1] is ' ' or '#')))
        {
            start++;
        }

        return start;
    }

    private static void LabelledLine(string text, int start, int end, List<Field> fields)
    {
        var limit = Math.Min(end, start + LongestLabel);
        var colon = -1;
        for (var i = start; i < limit; i++)
        {
            if (text[i] == ':' && (i + 1 >= end || !char.IsAsciiDigit(text[i + 1]) || i == start) && !(i + 2 < end && text[i + 1] == '/' && text[i + 2] == '/'))
            {
                colon = i;
                break;
            }

            if (text[i] is ';' or '[' or ']' or '?' or '!' or '<' or '@' or '|')
            {
                return;
            }
        }

        if (colon <= start)
        {
            return;
        }

        var value = colon + 1;
        while (value < end && (char.IsWhiteSpace(text[value]) || text[value] == '*'))
        {
            value++;
        }

        if (value >= end)
        {
            return;
        }

        var label = text[start..colon];
        fields.Add(new Field(Classify(label), start, value, TrimEnd(text, value, end), start, false, Folding.Fold(label).Trim('*', ' ')));
        NextOnLine(text, value, end, fields);
    }

    /// <summary>A second label on the same line: <c>Tel: 070 … E-mail: …</c>, <c>… | T: …</c>.</summary>
    private static void NextOnLine(string text, int start, int end, List<Field> fields)
    {
        for (var i = start; i < end - 2; i++)
        {
            if (text[i] is '|' or '\t' && text[i + 1] == ' ')
            {
                LabelledLine(text, i + 2, end, fields);
                return;
            }
        }
    }

    private static void TabbedPair(TextView view, string text, int start, int end, List<Field> fields)
    {
        var tab = text.IndexOf('\t', start, Math.Min(end - start, LongestLabel + 20));
        if (tab <= start || tab + 1 >= end)
        {
            return;
        }

        var next = text.IndexOf('\t', tab + 1, end - tab - 1);
        if (next >= 0)
        {
            return;
        }

        var label = text[start..tab];
        var classes = Classify(label);
        fields.Add(new Field(classes, start, tab + 1, TrimEnd(text, tab + 1, end), start, true, Folding.Fold(label).Trim(':', ' ', '*')));
        _ = view;
    }

    private static List<(WordClass Class, string Text)>? PipeRow(string text, int start, int end, List<(WordClass Class, string Text)>? columns, List<Field> fields)
    {
        var cells = new List<TextSpan>();
        var from = start + 1;
        for (var i = start + 1; i <= end; i++)
        {
            if (i == end || text[i] == '|')
            {
                if (i < end || !string.IsNullOrWhiteSpace(text[from..i]))
                {
                    cells.Add(Trim(text, from, i));
                }

                from = i + 1;
            }
        }

        if (cells.All(c => c.IsEmpty || text.AsSpan(c.Start, c.Length).IndexOfAnyExcept('-', ':', ' ') < 0))
        {
            return columns ?? [];
        }

        if (columns is null)
        {
            return [.. cells.Select(c => (Classify(text[c.Start..c.End]), Folding.Fold(text.AsSpan(c.Start, c.Length))))];
        }

        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].IsEmpty)
            {
                continue;
            }

            var column = i < columns.Count ? columns[i] : (WordClass.None, "");
            var label = column.Item2;
            var classes = column.Item1;
            if (cells.Count == 2 && i == 1)
            {
                var key = text[cells[0].Start..cells[0].End];
                classes |= Classify(key);
                label = Folding.Fold(key);
            }

            fields.Add(new Field(classes, -1, cells[i].Start, cells[i].End, start, true, label));
        }

        return columns;
    }

    /// <summary>The classes of all words of a label.</summary>
    public static WordClass Classify(string label)
    {
        var classes = WordClass.None;
        foreach (var token in Tokenizer.Cut(label.Length > 80 ? label[..80] : label, Lexicon.Default).Tokens)
        {
            classes |= token.Class;
        }

        return classes;
    }

    private static int RowOf(string text, int position) => position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1;

    private static int TrimEnd(string text, int start, int end) => Trim(text, start, end).End;

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(text[start]) || text[start] == '*'))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] == '*'))
        {
            end--;
        }

        return new TextSpan(start, end);
    }
}
