using WooPipeline.Documents;
using WooPipeline.Formats.Tests.Office;
using WooPipeline.Formats.Word;

namespace WooPipeline.Formats.Tests.Word;

/// <summary>Redaction in place keeps the look: pages before and after, as LibreOffice sets them, differ in the marks' lines alone.</summary>
public sealed class LayoutTests
{
    private const double PixelsPerPoint = 50.0 / 72;

    [Fact]
    public void Pages_of_the_annotated_documents_are_equal_outside_the_lines_of_marks()
    {
        if (Repository.Shared("gold") is not { } gold || !ExternalTool.IsHere("pdftoppm") || !ExternalTool.IsHere("pdftotext"))
        {
            return;
        }

        var files = Directory.GetFiles(gold, "*.docx", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToList();
        var redacted = files.Select(Redacted).ToList();
        using var pdfs = OfficeChecks.PdfByLibreOffice([.. files.Concat(redacted).Select(f => (f, ".docx"))]);
        if (pdfs is null)
        {
            return;
        }

        var rows = 0;
        var equal = 0;
        for (var i = 0; i < files.Count; i++)
        {
            var (all, same) = Compare(pdfs, $"{i}.pdf", $"{i + files.Count}.pdf");
            rows += all;
            equal += same;
        }

        Console.WriteLine($"layout: {files.Count} documents, {equal} of {rows} lines of pixels equal outside the marks' lines ({100.0 * equal / rows:0.00} %)");
        Assert.True(equal >= rows * 0.95, $"{equal} of {rows}");
    }

    /// <summary>The document with about one word in thirty removed, words of one length class so that lines keep their number.</summary>
    private static byte[] Redacted(byte[] file)
    {
        var source = new SourceFile("a.docx", file);
        var tree = Assert.IsType<DocumentRead>(new WordReader().Read(source, ReadLimits.Default)).Tree;
        var view = TextView.Of(tree);
        var spans = System.Text.RegularExpressions.Regex.Matches(view.Text[..view.BodyEnd], @"\b\w{6,7}\b").Where((_, i) => i % 8 == 0)
            .Select(m => new Redaction(TextSpan.At(m.Index, m.Length), "5.1.2e", GroundCatalog.Privacy, Label.Name)).ToList();
        var result = new WordRedactor().Redact(source, tree, spans, ReadLimits.Default);
        Assert.Null(result.Problem);
        return result.Content.ToArray();
    }

    /// <summary>Rows of pixels that hold no mark, and how many of them are the same.</summary>
    private static (int All, int Same) Compare(TemporaryFolder folder, string before, string after)
    {
        var first = Pages(folder, before);
        var second = Pages(folder, after);
        Assert.Equal(first.Count, second.Count);
        var all = 0;
        var same = 0;
        var marks = MarkLines(folder, after);
        for (var page = 0; page < first.Count; page++)
        {
            var (width, height, left) = first[page];
            var right = second[page].Pixels;
            for (var y = 0; y < height; y++)
            {
                if (marks.Any(m => m.Page == page && y >= m.Top - 2 && y <= m.Bottom + 2))
                {
                    continue;
                }

                all++;
                same += left.AsSpan(y * width, width).SequenceEqual(right.AsSpan(y * width, width)) ? 1 : 0;
            }
        }

        return (all, same);
    }

    private static List<(int Page, double Top, double Bottom)> MarkLines(TemporaryFolder folder, string pdf)
    {
        var html = ExternalTool.Run("pdftotext", "-bbox-layout", folder.File(pdf), "-").Output;
        var lines = new List<(int, double, double)>();
        var page = -1;
        foreach (var line in html.Split('\n'))
        {
            page += line.Contains("<page ", StringComparison.Ordinal) ? 1 : 0;
            if (line.Contains("5.1.2e", StringComparison.Ordinal))
            {
                lines.Add((page, Number(line, "yMin") * PixelsPerPoint, Number(line, "yMax") * PixelsPerPoint));
            }
        }

        return lines;
    }

    private static double Number(string line, string name) => double.Parse(
        System.Text.RegularExpressions.Regex.Match(line, name + "=\"([0-9.]+)\"").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    private static List<(int Width, int Height, byte[] Pixels)> Pages(TemporaryFolder folder, string pdf)
    {
        var prefix = folder.File(Path.GetFileNameWithoutExtension(pdf) + "-");
        ExternalTool.Run("pdftoppm", "-gray", "-r", "50", folder.File(pdf), prefix);
        return [.. Directory.GetFiles(folder.Path, Path.GetFileName(prefix) + "*.pgm").Order(StringComparer.Ordinal).Select(Pgm)];
    }

    private static (int Width, int Height, byte[] Pixels) Pgm(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var header = System.Text.Encoding.ASCII.GetString(bytes, 0, 40).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var (width, height) = (int.Parse(header[1], System.Globalization.CultureInfo.InvariantCulture), int.Parse(header[2], System.Globalization.CultureInfo.InvariantCulture));
        return (width, height, bytes[^(width * height)..]);
    }
}
