using System.Text;
using System.Text.RegularExpressions;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Redaction;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Pdf.Tests.Text;

/// <summary>Real, damaged and hostile files of others. All are opened and compared with other programs.</summary>
public sealed partial class CorpusTests
{
    /// <summary>Most files that may not open: those that need a password, and what no program reads.</summary>
    private const int MostUnread = 18;

    private static string[] Files() => Repository.Shared("corpus", "pdf") is { } root ? [.. Directory.GetFiles(root, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];

    [Fact]
    public void Every_file_is_read_or_refused_in_good_time()
    {
        var unread = new List<string>();
        var files = Files();
        foreach (var path in files)
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            try
            {
                PdfTextReader.Read(PdfFile.Open(File.ReadAllBytes(path), "", new PdfBudget { MaxTime = TimeSpan.FromSeconds(10) }));
            }
            catch (PdfException refused)
            {
                unread.Add($"{Path.GetFileName(path)}: {refused.Code}");
            }

            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(11), $"{Path.GetFileName(path)} took {clock.Elapsed}");
        }

        Console.WriteLine($"opened: {files.Length - unread.Count} of {files.Length}");
        Assert.True(unread.Count <= MostUnread, string.Join('\n', unread));
    }

    [Fact]
    public void Text_agrees_with_another_reader()
    {
        if (Files() is not { Length: > 0 } files || !ExternalTool.IsHere("pdftotext"))
        {
            return;
        }

        var scores = new System.Collections.Concurrent.ConcurrentBag<double>();
        Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = 2 }, path =>
        {
            var expected = Words(ExternalTool.Run("pdftotext", path, "-").Output);
            if (expected.Values.Sum() > 0 && Read(path) is { } own)
            {
                var found = Words(own);
                scores.Add(expected.Sum(w => Math.Min(w.Value, found.GetValueOrDefault(w.Key))) / (double)expected.Values.Sum());
            }
        });

        Console.WriteLine($"text: {scores.Average():P2} of the words over {scores.Count} files");
        Assert.True(scores.Average() >= 0.97, $"average {scores.Average():F4} over {scores.Count} files");
        Assert.True(scores.Order().ElementAt(scores.Count / 20) >= 0.9, "one file in twenty may fall short, no more");
    }

    [Fact]
    public void Saving_without_a_box_changes_no_pixel()
    {
        if (Files() is not { Length: > 0 } files || !ExternalTool.IsHere("mutool"))
        {
            return;
        }

        var explained = File.ReadAllLines(Repository.PathOf("tests", "WooPipeline.Pdf.Tests", "Cases", "pixels-explained.csv")).Skip(1).Select(l => l.Split(';')[0]).ToHashSet(StringComparer.Ordinal);
        var changed = new System.Collections.Concurrent.ConcurrentBag<string>();
        var (count, unread, changedUnread) = (0, 0, 0);
        Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = 2 }, path =>
        {
            using var folder = new TemporaryFolder();
            if (Saved(path) is not { } saved || Draw(path, folder, out var isReadWhole) is not { } before)
            {
                return;
            }

            File.WriteAllBytes(folder.File("saved.pdf"), saved);
            var isChanged = Draw(folder.File("saved.pdf"), folder, out _) is not { } after || after.Length != before.Length || before.Where((b, p) => Math.Abs(b - after[p]) > 8).Any();
            if (!isReadWhole)
            {
                // What the judge itself can't read it can't compare: it is counted apart.
                Interlocked.Increment(ref unread);
                Interlocked.Add(ref changedUnread, isChanged ? 1 : 0);
                return;
            }

            Interlocked.Increment(ref count);
            if (isChanged)
            {
                changed.Add(Path.GetFileName(path));
            }
        });

        var names = string.Join(", ", changed.Order(StringComparer.Ordinal));
        Console.WriteLine($"pixels: {changed.Count} of {count} files change ({names}); of {unread} that mutool reads with an error {changedUnread}");
        Assert.True(changed.Count <= count * 0.01, $"{changed.Count} of {count}: {names}");
        Assert.Empty(changed.Except(explained));
        Assert.True(changedUnread <= unread * 0.2, $"{changedUnread} of {unread}");
    }

    /// <summary>The first page as mutool draws it; null where it can't.</summary>
    private static byte[]? Draw(string path, TemporaryFolder folder, out bool isReadWhole)
    {
        isReadWhole = false;
        var file = folder.File("page.pgm");
        File.Delete(file);
        try
        {
            var drawn = ExternalTool.RunBounded(TimeSpan.FromSeconds(10), "mutool", "draw", "-q", "-r", "100", "-c", "gray", "-o", file, path, "1");
            isReadWhole = !drawn.Error.Split('\n').Any(l => l.StartsWith("error:", StringComparison.Ordinal));
            return drawn.ExitCode == 0 && File.Exists(file) ? File.ReadAllBytes(file) : null;
        }
        catch (TimeoutException)
        {
            return null; // a trap for that program
        }
    }

    private static byte[]? Saved(string path)
    {
        try
        {
            using var output = new MemoryStream();
            PdfRedactor.Redact(PdfFile.Open(File.ReadAllBytes(path)), [], new PdfRedactionOptions(), output);
            return output.ToArray();
        }
        catch (PdfException)
        {
            return null; // refused: needs a password, or is no PDF
        }
    }

    private static string? Read(string path)
    {
        try
        {
            var text = new StringBuilder();
            foreach (var block in PdfTextReader.Read(PdfFile.Open(File.ReadAllBytes(path))).Pages.SelectMany(p => p.Blocks))
            {
                Append(block, text);
            }

            return text.ToString();
        }
        catch (PdfException)
        {
            return null;
        }
    }

    private static void Append(PdfTextBlock block, StringBuilder text)
    {
        if (block is PdfTextTable table)
        {
            foreach (var paragraph in table.Rows.SelectMany(r => r).SelectMany(c => c))
            {
                Append(paragraph, text);
            }
        }
        else if (block is PdfTextParagraph paragraph)
        {
            text.AppendJoin("", paragraph.Runs.Select(r => r.Text)).Append('\n');
        }
    }

    private static Dictionary<string, int> Words(string text) => Word().Matches(text.Normalize(NormalizationForm.FormKC).Replace("-\n", "", StringComparison.Ordinal))
        .GroupBy(m => m.Value.ToLowerInvariant()).ToDictionary(g => g.Key, g => g.Count());

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
