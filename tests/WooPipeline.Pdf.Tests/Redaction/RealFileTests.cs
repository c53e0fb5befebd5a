using System.Collections.Immutable;
using System.Text.RegularExpressions;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Redaction;
using WooPipeline.Pdf.Text;
using WooPipeline.Pdf.Verify;

namespace WooPipeline.Pdf.Tests.Redaction;

/// <summary>Random words taken out of real Dutch files: gone in both extractors, no other word lost, nothing else on the page changed.</summary>
public sealed partial class RealFileTests
{
    private const int WordsPerFile = 5;

    /// <summary>Words that the bytes of any PDF hold.</summary>
    private static readonly string[] Keywords = ["Page", "Pages", "Type", "Font", "Form", "Link", "Catalog", "Contents", "Resources", "Parent", "Filter", "Length", "Width", "Height", "Image", "Pattern", "Title", "Helvetica", "Times", "Arial", "Courier", "Roman", "Encoding", "Metadata", "Document", "Dest", "Border", "Root", "Size", "Lang", "Rotate", "Flags", "Function", "Shading", "Description"];

    /// <summary>Of the files in other languages each so many-th is tried; all with <c>WOO_CORPUS=all</c>.</summary>
    private static int TryEach => Environment.GetEnvironmentVariable("WOO_CORPUS") == "all" ? 1 : 9;

    /// <summary>Files whose pictures differ by no doing of ours.</summary>
    private static readonly Lazy<HashSet<string>> Explained = new(() =>
        File.ReadAllLines(Repository.PathOf("tests", "WooPipeline.Pdf.Tests", "Cases", "words-explained.csv")).Skip(1).Select(l => l.Split(';')[0]).ToHashSet(StringComparer.Ordinal));

    public static TheoryData<string> Files()
    {
        var data = new TheoryData<string>();
        foreach (var (folder, each) in ((string, int)[])[("gold", 1), ("corpus/official", 1), ("corpus/pdf", TryEach)])
        {
            if (Repository.Shared(folder.Split('/')) is { } root)
            {
                foreach (var path in Directory.GetFiles(root, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where((_, i) => i % each == 0))
                {
                    data.Add(Path.GetRelativePath(root, path).Replace('\\', '/') + "|" + folder);
                }
            }
        }

        if (data.Count == 0)
        {
            data.Add("");
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Removed_words_are_gone_and_all_others_stay(string name)
    {
        if (name.Length == 0 || !ExternalTool.IsHere("pdftotext") || !ExternalTool.IsHere("mutool"))
        {
            return;
        }

        var parts = name.Split('|');
        var source = Path.Combine(Repository.Shared(parts[1].Split('/'))!, parts[0]);
        var bytes = File.ReadAllBytes(source);
        var words = IsReadable(bytes) ? Chosen(bytes, name.Length) : [];
        if (words.Length == 0)
        {
            Console.WriteLine($"skipped: {parts[0]} has no text");
            return;
        }

        using var folder = new TemporaryFolder();
        var plain = Saved(bytes, folder);
        foreach (var mode in (PdfWidthMode[])[PdfWidthMode.Safe, PdfWidthMode.KeepLayout])
        {
            var target = folder.File("redacted.pdf");
            var marks = Redact(bytes, words, mode, target, out var boxes);
            Assert.NotEmpty(marks);
            foreach (var extract in (Func<string, string>[])[p => ExternalTool.Run("pdftotext", "-raw", p, "-").Output, p => ExternalTool.RunBounded(TimeSpan.FromSeconds(30), "mutool", "draw", "-q", "-F", "txt", p).Output])
            {
                var before = Count(extract(plain));
                var after = Count(extract(target));
                Assert.DoesNotContain(after.Keys, w => words.Any(r => w.Contains(r, StringComparison.Ordinal)));
                Assert.DoesNotContain(before, w => !words.Any(r => w.Key.Contains(r, StringComparison.Ordinal) || IsPiece(w.Key, r, before)) && after.GetValueOrDefault(w.Key) < w.Value);
            }

            // The scanner takes no heed of case, so a word that stays in another case, or in a longer word, is no leak.
            var left = Count(ExternalTool.Run("pdftotext", target, "-").Output).Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);
            var sought = words.Where(w => !left.Any(l => l.Contains(w, StringComparison.OrdinalIgnoreCase))).ToList();
            Assert.Empty(PdfLeakScanner.Scan(File.ReadAllBytes(target), sought).Select(l => sought[l.Form] + " " + l.Place));
            if (mode == PdfWidthMode.KeepLayout && !Explained.Value.Contains(parts[0]))
            {
                PageImages.AssertSameOutside(plain, target, boxes, folder, mayShift: parts[1] == "corpus/pdf");
            }
        }
    }

    private static bool IsReadable(byte[] bytes)
    {
        try
        {
            return PdfRedactor.Pages(PdfFile.Open(bytes)).Any();
        }
        catch (PdfException)
        {
            return false;
        }
    }

    /// <summary>The file as saved with nothing marked: without what no reader of a page sees.</summary>
    private static string Saved(byte[] bytes, TemporaryFolder folder)
    {
        using var output = new MemoryStream();
        PdfRedactor.Redact(PdfFile.Open(bytes), [], new PdfRedactionOptions(), output);
        File.WriteAllBytes(folder.File("plain.pdf"), output.ToArray());
        return folder.File("plain.pdf");
    }

    private static string[] Chosen(byte[] bytes, int seed)
    {
        var text = string.Concat(PdfRedactor.Pages(PdfFile.Open(bytes)).SelectMany(p => p.Blocks).OfType<PdfTextParagraph>().Select(p => string.Concat(p.Runs.Select(r => r.Text)) + "\n"));
        var words = Capitalised().Matches(text).Select(m => m.Value).Except(Keywords).Distinct().Order(StringComparer.Ordinal).ToArray();
        new Random(seed).Shuffle(words);
        return [.. words.Take(WordsPerFile)];
    }

    private static List<PdfMark> Redact(byte[] bytes, string[] words, PdfWidthMode mode, string target, out List<(int Page, Content.Box Box)> boxes)
    {
        var marks = new List<PdfMark>();
        boxes = [];
        foreach (var (content, page) in PdfTextReader.Pages(PdfFile.Open(bytes)))
        {
            foreach (var paragraph in page.Blocks.SelectMany(Paragraphs))
            {
                // A word may change its style on the way, so it is sought over the runs.
                var text = string.Concat(paragraph.Runs.Select(r => r.Text));
                var glyphs = paragraph.Runs.SelectMany(r => r.Glyphs).ToImmutableArray();
                foreach (var word in words)
                {
                    for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
                    {
                        var mark = new PdfMark(page.Index, glyphs[at..(at + word.Length)], "5.1.2e", "gelakt, artikel 5.1, tweede lid, aanhef en onder e, Woo");
                        marks.Add(mark);
                        boxes.AddRange(RemovalPlanner.Plan(content, [mark], new PdfRedactionOptions { Mode = mode }).Boxes.Select(b => (page.Index, b.Bounds)));
                    }
                }
            }
        }

        using var output = new MemoryStream();
        PdfRedactor.Redact(PdfFile.Open(bytes), marks, new PdfRedactionOptions { Mode = mode, RemovedForms = [.. words] }, output);
        File.WriteAllBytes(target, output.ToArray());
        return marks;
    }

    private static IEnumerable<PdfTextParagraph> Paragraphs(PdfTextBlock block) => block switch
    {
        PdfTextParagraph p => [p],
        PdfTextTable t => t.Rows.SelectMany(r => r).SelectMany(c => c),
        _ => [],
    };

    /// <summary>True where the judge read a removed word in pieces.</summary>
    private static bool IsPiece(string word, string removed, Dictionary<string, int> before) => word.Length >= 3 && removed.Contains(word, StringComparison.Ordinal) && !before.ContainsKey(removed);

    private static Dictionary<string, int> Count(string text) => Word().Matches(text).GroupBy(m => m.Value).ToDictionary(g => g.Key, g => g.Count());

    [GeneratedRegex(@"\b[A-Z][a-z]{3,}\b")]
    private static partial Regex Capitalised();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
