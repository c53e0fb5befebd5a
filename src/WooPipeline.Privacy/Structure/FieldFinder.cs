using System.Buffers;
using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>Finds the labelled places of a document: by its zones, and by the text alone where a format gives no zones.</summary>
internal static class FieldFinder
{
    private const int LongestLabel = 44;

    public static List<Field> Find(TextView view, TokenText words)
    {
        var fields = new List<Field>((words.Count / 24) + view.Zones.Length);
        FromZones(view, fields);
        UnnamedColumns.Find(view, words, fields);
        FromLines(words, fields);
        return fields;
    }

    private static void FromZones(TextView view, List<Field> fields)
    {
        var names = new Dictionary<string, (WordClass Class, string Folded)>(StringComparer.Ordinal);
        foreach (var zone in view.Zones)
        {
            if (zone.Kind is ZoneKind.TableCell or ZoneKind.HeaderField or ZoneKind.Metadata && zone.Name is { Length: > 0 } name && !zone.Span.IsEmpty)
            {
                if (!names.TryGetValue(name, out var label))
                {
                    names.Add(name, label = (Classify(name), Folding.Fold(name)));
                }

                fields.Add(new Field(label.Class, -1, zone.Span.Start, zone.Span.End, RowOf(view.Text, zone.Span.Start), zone.Kind == ZoneKind.TableCell, label.Folded));
            }
        }
    }

    private static void FromLines(TokenText words, List<Field> fields)
    {
        var text = words.Text;
        List<(WordClass Class, string Text)>? columns = null;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var content = SkipQuote(text, start, end);
            if (content < end && text[content] == '|')
            {
                columns = PipeRow(words, content, end, columns, fields);
            }
            else
            {
                columns = null;
                TabbedPair(words, content, end, fields);
                LabelledLine(words, content, end, fields);
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

    private static void LabelledLine(TokenText words, int start, int end, List<Field> fields)
    {
        var text = words.Text;
        var limit = Math.Min(end, start + LongestLabel);
        var colon = -1;
        for (var i = start; i < limit; i++)
        {
            i += text.AsSpan(i, limit - i).IndexOfAny(LabelEnds) is var next and >= 0 ? next : limit - i;
            if (i == limit)
            {
                break;
            }

            if (text[i] == ':' && (i + 1 >= end || !char.IsAsciiDigit(text[i + 1]) || i == start) && !(i + 2 < end && text[i + 1] == '/' && text[i + 2] == '/'))
            {
                colon = i;
                break;
            }

            if (text[i] != ':')
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

        fields.Add(new Field(Classify(words, start, colon), start, value, TrimEnd(text, value, end), start, false, Folding.Fold(text.AsSpan(start, colon - start).Trim("* "))));
        NextOnLine(words, value, end, fields);
    }

    private static readonly SearchValues<char> LabelEnds = SearchValues.Create(":;[]?!<@|");

    /// <summary>A second label on the same line: <c>Tel: 070 … E-mail: …</c>, <c>… | T: …</c>.</summary>
    private static void NextOnLine(TokenText words, int start, int end, List<Field> fields)
    {
        var text = words.Text;
        for (var i = start; i < end - 2; i++)
        {
            var next = text.AsSpan(i, end - 2 - i).IndexOfAny('|', '\t');
            if (next < 0)
            {
                return;
            }

            i += next;
            if (text[i + 1] == ' ')
            {
                LabelledLine(words, i + 2, end, fields);
                return;
            }
        }
    }

    private static void TabbedPair(TokenText words, int start, int end, List<Field> fields)
    {
        var text = words.Text;
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

        fields.Add(new Field(Classify(words, start, tab), start, tab + 1, TrimEnd(text, tab + 1, end), start, true, Folding.Fold(text.AsSpan(start, tab - start).Trim(": *"))));
    }

    private static List<(WordClass Class, string Text)>? PipeRow(TokenText words, int start, int end, List<(WordClass Class, string Text)>? columns, List<Field> fields)
    {
        var text = words.Text;
        var cells = new List<TextSpan>();
        var from = start + 1;
        for (var i = start + 1; i <= end; i++)
        {
            if (i == end || text[i] == '|')
            {
                if (i < end || !text.AsSpan(from, i - from).IsWhiteSpace())
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
            return [.. cells.Select(c => (Classify(words, c.Start, c.End), Folding.Fold(text.AsSpan(c.Start, c.Length))))];
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
                classes |= Classify(words, cells[0].Start, cells[0].End);
                label = Folding.Fold(text.AsSpan(cells[0].Start, cells[0].Length));
            }

            fields.Add(new Field(classes, -1, cells[i].Start, cells[i].End, start, true, label));
        }

        return columns;
    }

    /// <summary>The classes of all words of a label, as far as a label reaches.</summary>
    public static WordClass Classify(string label)
    {
        var classes = WordClass.None;
        using var words = Tokenizer.Cut(label.Length > LongestClassified ? label[..LongestClassified] : label, Lexicon.Default);
        for (var k = 0; k < words.Count; k++)
        {
            var compound = CompoundCues.Of(words, k);
            classes |= compound != WordClass.None ? compound : words[k].Class;
        }

        return classes;
    }

    /// <summary>The classes of the words of a label that stands in the text.</summary>
    public static WordClass Classify(TokenText words, int start, int end)
    {
        var classes = WordClass.None;
        var limit = Math.Min(end, start + LongestClassified);
        for (var k = words.IndexAt(start); k < words.Count && words[k].End <= limit; k++)
        {
            var compound = CompoundCues.Of(words, k);
            classes |= compound != WordClass.None ? compound : words[k].Class;
        }

        return classes;
    }

    private const int LongestClassified = 80;

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
