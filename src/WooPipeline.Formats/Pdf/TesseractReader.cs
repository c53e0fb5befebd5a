using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using WooPipeline.Pdf.Redaction;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Formats.Pdf;

/// <summary>Reads the words of a picture with the program <c>tesseract</c> and its Dutch data, where they are installed.</summary>
internal static class TesseractReader
{
    private const string Program = "tesseract";
    private const string Dutch = "nld";
    private const int LevelOfWords = 5;
    private const double LeastConfidence = 0;
    private static readonly SearchValues<char> Hanging = SearchValues.Create("gjpqy,;()");

    /// <summary>True where the program and the Dutch data are there.</summary>
    public static bool IsHere()
    {
        var isOnPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, Program)) || File.Exists(Path.Combine(folder, Program + ".exe")));
        return isOnPath && Run(["--list-langs"], TimeSpan.FromSeconds(10)) is { } languages && languages.Split('\n').Any(l => l.Trim() == Dutch);
    }

    /// <summary>The words of a picture with their places on the page; null where the program fails or takes too long.</summary>
    public static IReadOnlyList<PdfScanWord>? Read(PdfScanImage image, TimeSpan limit)
    {
        var folder = Directory.CreateTempSubdirectory("woo-scan-");
        try
        {
            var path = Path.Combine(folder.FullName, "page.pgm");
            using (var file = File.Create(path))
            {
                file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{image.Width} {image.Height}\n255\n")));
                file.Write(image.Gray.Span);
            }

            var dpi = Math.Round(image.Dpi).ToString(CultureInfo.InvariantCulture);
            return Run([path, "stdout", "-l", Dutch, "--dpi", dpi, "tsv"], limit) is { } rows ? Words(rows, image) : null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<PdfScanWord> Words(string rows, PdfScanImage image)
    {
        var words = new List<(string Line, double Left, double Top, double Width, double Height, string Text)>();
        foreach (var row in rows.Split('\n').Skip(1).Select(r => r.TrimEnd('\r').Split('\t')))
        {
            if (row.Length >= 12 && Number(row[0]) == LevelOfWords && Number(row[10]) >= LeastConfidence && row[11].Trim().Length > 0)
            {
                words.Add((string.Join('.', row[1..5]), Number(row[6]), Number(row[7]), Number(row[8]), Number(row[9]), row[11].Trim()));
            }
        }

        var result = new List<PdfScanWord>();
        foreach (var line in words.GroupBy(w => w.Line))
        {
            // One size and one baseline a line, so that its words are read as one line.
            var height = line.Max(w => w.Top + w.Height) - line.Min(w => w.Top);
            var size = Math.Min(height, line.Select(w => w.Height).Order().ElementAt(line.Count() / 2) * 1.35);
            foreach (var word in line)
            {
                var baseline = word.Top + word.Height - (HangsDown(word.Text) ? 0.22 * size : 0);
                var (x, y) = image.ToPage(word.Left, baseline);
                var (endX, endY) = image.ToPage(word.Left + word.Width, baseline);
                var (topX, topY) = image.ToPage(word.Left, baseline - size);
                result.Add(new PdfScanWord(image.Page, word.Text, x, y, endX - x, endY - y, Math.Sqrt(Math.Pow(topX - x, 2) + Math.Pow(topY - y, 2))));
            }
        }

        return result;
    }

    private static bool HangsDown(string text) => text.AsSpan().IndexOfAny(Hanging) >= 0;

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : -1;

    private static string? Run(IEnumerable<string> arguments, TimeSpan limit)
    {
        var start = new ProcessStartInfo(Program) { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        start.Environment["OMP_THREAD_LIMIT"] = "1"; // one thread a document: the run itself shares out the cores
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start);
        if (process is null)
        {
            return null;
        }

        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            return null;
        }

        _ = error.GetAwaiter().GetResult();
        return process.ExitCode == 0 ? output.GetAwaiter().GetResult() : null;
    }
}
