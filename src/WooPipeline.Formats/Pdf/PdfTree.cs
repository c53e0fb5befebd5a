using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using WooPipeline.Documents;
using WooPipeline.Formats.Text;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Formats.Pdf;

/// <summary>
/// Makes a tree of a PDF's text. Origins: part is the page, offset the first glyph of the run on that page; bookmarks have
/// part <see cref="OutlinePart"/> and the bookmark's number.
/// </summary>
internal static partial class PdfTree
{
    public const int OutlinePart = -2;

    public static DocumentTree Build(PdfText text, string fileName)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var page in text.Pages)
        {
            if (page.Index > 0)
            {
                blocks.Add(new PageBreak());
            }

            AddPage(page, blocks);
        }

        AddSide(text, blocks);
        var title = text.Properties.FirstOrDefault(p => p.Key == "Title").Value ?? "";

        // The date that the document states goes before that of the file, which is often the day it was scanned or saved.
        var date = WrittenDate.Of(blocks.ToImmutable()) ?? Date(text.Properties.FirstOrDefault(p => p.Key == "CreationDate").Value);
        return new DocumentTree
        {
            Title = title,
            Language = LanguageTag().IsMatch(text.Language) ? text.Language : "nl-NL",
            Kind = DocumentKind.Pdf,
            Date = date,
            FileName = fileName,
            Blocks = PageJoin.Join(blocks.ToImmutable()),
            Metadata = [.. text.Properties.Select(p => new MetadataField(p.Key, p.Value))],
        };
    }

    private static void AddPage(PdfPageText page, ImmutableArray<Block>.Builder blocks)
    {
        foreach (var group in Grouped(page.Blocks))
        {
            var made = group.Blocks.Select(b => Make(b, page.Index)).ToImmutableArray();
            if (group.Place == PdfTextPlace.Body)
            {
                blocks.AddRange(made);
            }
            else
            {
                blocks.Add(new Section(group.Place switch
                {
                    PdfTextPlace.Header => ZoneKind.PageHeader,
                    PdfTextPlace.Footer => ZoneKind.PageFooter,
                    _ => ZoneKind.Hidden,
                }, made));
            }
        }

        AddSection(blocks, ZoneKind.Comment, "Opmerkingen", page.Comments);
        AddSection(blocks, ZoneKind.Hidden, "Beschrijvingen", page.Descriptions);
        AddSection(blocks, ZoneKind.Hidden, "Koppelingen", page.LinkTargets);
        if (page.Fields.Length > 0)
        {
            var fields = page.Fields.Select(f => new Field(f.Key, [new TextRun(f.Value)], f.Key)).ToImmutableArray();
            blocks.Add(new Section(ZoneKind.Hidden, [new FieldList(fields)]) { Name = "Formuliervelden" });
        }
    }

    private static void AddSide(PdfText text, ImmutableArray<Block>.Builder blocks)
    {
        if (text.Outline.Length > 0)
        {
            var titles = text.Outline.Select((t, i) => (Block)new Paragraph([new TextRun(OneLine(t), TextStyle.None, new Origin(OutlinePart, i))]));
            blocks.Add(new Section(ZoneKind.Metadata, [.. titles]) { Name = "Bladwijzers" });
        }
    }

    private static void AddSection(ImmutableArray<Block>.Builder blocks, ZoneKind kind, string name, ImmutableArray<string> texts)
    {
        if (texts.Length > 0)
        {
            blocks.Add(new Section(kind, [.. texts.Select(t => (Block)Paragraph.Of(OneLine(t)))]) { Name = name });
        }
    }

    private static IEnumerable<(PdfTextPlace Place, List<PdfTextBlock> Blocks)> Grouped(ImmutableArray<PdfTextBlock> blocks)
    {
        var group = new List<PdfTextBlock>();
        foreach (var block in blocks)
        {
            if (group.Count > 0 && group[0].Place != block.Place)
            {
                yield return (group[0].Place, group);
                group = [];
            }

            group.Add(block);
        }

        if (group.Count > 0)
        {
            yield return (group[0].Place, group);
        }
    }

    private static Block Make(PdfTextBlock block, int page) => block switch
    {
        PdfTextTable table => new Table(
            [.. table.Rows.Select(r => new TableRow([.. r.Select(c => new TableCell([.. c.Select(p => Make(p, page))]))]))], table.HasHeader ? 1 : 0),
        PdfTextParagraph { HeadingLevel: > 0 } heading => new Heading(heading.HeadingLevel, Inlines(heading.Runs, page)),
        PdfTextParagraph paragraph => new Paragraph(Inlines(paragraph.Runs, page)),
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };

    private static ImmutableArray<Inline> Inlines(ImmutableArray<PdfTextRun> runs, int page) =>
        [.. runs.Select(r => r.Text == "\n" ? (Inline)new LineBreak() : new TextRun(r.Text, Style(r.Style), OriginOf(r, page)))];

    /// <summary>Where a run stands: its page and its first glyph; null where no glyph shows it.</summary>
    public static Origin? OriginOf(PdfTextRun run, int page)
    {
        foreach (var glyph in run.Glyphs)
        {
            if (glyph >= 0)
            {
                return new Origin(page, glyph);
            }
        }

        return null;
    }

    private static TextStyle Style(PdfTextStyle style) =>
        (style.HasFlag(PdfTextStyle.Bold) ? TextStyle.Bold : 0) | (style.HasFlag(PdfTextStyle.Italic) ? TextStyle.Italic : 0)
        | (style.HasFlag(PdfTextStyle.Monospace) ? TextStyle.Monospace : 0) | (style.HasFlag(PdfTextStyle.Superscript) ? TextStyle.Superscript : 0);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Replace('\r', ' ').Replace('\n', ' ');

    /// <summary>A date of §7.9.4: <c>D:20231122093000+01'00'</c>; what is cut off counts as its beginning.</summary>
    private static DateTimeOffset? Date(string? value)
    {
        if (value is null || !value.StartsWith("D:", StringComparison.Ordinal))
        {
            return null;
        }

        var digits = string.Concat(value.Skip(2).TakeWhile(char.IsAsciiDigit));
        if (digits.Length < 8 || !DateTime.TryParseExact(digits[..8], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return null;
        }

        var time = digits.Length >= 14 && TimeSpan.TryParseExact(digits[8..14], "hhmmss", CultureInfo.InvariantCulture, out var clock) ? clock : TimeSpan.Zero;
        var zone = value.AsSpan(2 + digits.Length);
        var offset = zone.Length >= 3 && zone[0] is '+' or '-' && int.TryParse(zone.Slice(1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours <= 14
            ? TimeSpan.FromHours(zone[0] == '-' ? -hours : hours) : TimeSpan.Zero;
        return new DateTimeOffset(day + time, offset);
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$")]
    private static partial Regex LanguageTag();
}
