using System.Diagnostics;
using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats.Pdf;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Redaction;

namespace WooPipeline.Formats.Office;

/// <summary>How LibreOffice's PDF is finished.</summary>
public sealed record OfficePdfOptions
{
    /// <summary>Title for the properties of the PDF; null for none.</summary>
    public string? Title { get; init; }

    /// <summary>Language where the document gives none, BCP 47.</summary>
    public string Language { get; init; } = "nl-NL";
}

/// <summary>
/// Makes the public PDF of a Word document that was redacted in place, by LibreOffice where that is installed. The program's PDF is not given
/// out: it is written again by our own PDF writer, reachable objects and known keys only, without clock, program name or file name, so that the
/// same document gives the same bytes. Fails closed: a word of the document that the PDF lacks is a problem.
/// </summary>
public static class OfficePdf
{
    private const string Program = "soffice";
    private const string Export = "pdf:writer_pdf_Export:{\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"}}";
    private const int LeastLetters = 4;

    /// <summary>True where LibreOffice is on the path.</summary>
    public static bool IsInstalled() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, Program)) || File.Exists(Path.Combine(f, Program + ".exe")));

    /// <summary>The PDF of a redacted document; a problem where LibreOffice is not installed, fails, takes longer than <see cref="ReadLimits.MaxTime"/>, or leaves words out.</summary>
    /// <param name="redacted">A docx that a redactor in place gave: nothing that may not be public is in it.</param>
    /// <param name="options">How it is finished.</param>
    /// <param name="limits">Bounds.</param>
    public static NativeRedaction Make(ReadOnlyMemory<byte> redacted, OfficePdfOptions options, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(limits);
        if (!IsInstalled())
        {
            return Failed("niet-geinstalleerd", "LibreOffice is niet geïnstalleerd. Installeer het, of laat de PDF door dit programma maken.");
        }

        var folder = Directory.CreateTempSubdirectory("woo-pdf-");
        try
        {
            return Convert(folder.FullName, redacted, limits) is { } pdf
                ? Finish(pdf, redacted, options, limits)
                : Failed("omzetten-mislukt", "LibreOffice kon van het document geen PDF maken. Laat de PDF door dit programma maken.");
        }
        catch (PdfException problem)
        {
            return new NativeRedaction(default, PdfProblem.Quarantine(problem.Code));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static NativeRedaction Finish(byte[] pdf, ReadOnlyMemory<byte> redacted, OfficePdfOptions options, ReadLimits limits)
    {
        using var output = new MemoryStream();
        var settings = new PdfRedactionOptions { Title = options.Title, Language = options.Language };
        PdfRedactor.Redact(PdfFile.Open(pdf, "", PdfProblem.Budget(limits)), [], settings, output);
        var made = output.ToArray();
        return Lacks(made, redacted, limits)
            ? Failed("woorden-ontbreken", "In de PDF van LibreOffice ontbreken woorden van het document. Laat de PDF door dit programma maken.")
            : new NativeRedaction(made);
    }

    /// <summary>True where a word that the document shows is nowhere in the PDF; words cut over lines are one word.</summary>
    private static bool Lacks(byte[] pdf, ReadOnlyMemory<byte> redacted, ReadLimits limits)
    {
        var source = FormatCatalog.Default.Read(new SourceFile("a.docx", redacted), limits);
        if (source is not DocumentRead document || FormatCatalog.Default.Read(new SourceFile("a.pdf", pdf), limits) is not DocumentRead read)
        {
            return true;
        }

        var shown = new StringBuilder();
        foreach (var c in TextView.Of(read.Tree).Text.Where(char.IsLetterOrDigit))
        {
            shown.Append(c);
        }

        var text = shown.ToString();
        var view = TextView.Of(document.Tree);
        return Words(view).Distinct(StringComparer.Ordinal).Any(w => !text.Contains(w, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Words(TextView view)
    {
        var word = new StringBuilder();
        for (var i = 0; i <= view.BodyEnd; i++)
        {
            if (i < view.BodyEnd && char.IsLetterOrDigit(view.Text[i]))
            {
                word.Append(view.Text[i]);
                continue;
            }

            if (word.Length >= LeastLetters && !view.IsIn(i - 1, ZoneKind.Hidden) && !view.IsIn(i - 1, ZoneKind.Comment))
            {
                yield return word.ToString();
            }

            word.Clear();
        }
    }

    /// <summary>LibreOffice's own PDF; null where it made none. Runs with a profile of its own: no settings, macros or extensions of the user.</summary>
    private static byte[]? Convert(string folder, ReadOnlyMemory<byte> redacted, ReadLimits limits)
    {
        var source = Path.Combine(folder, "document.docx");
        File.WriteAllBytes(source, redacted.Span);
        var start = new ProcessStartInfo(Program) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        start.Environment["HOME"] = folder;
        start.Environment["SOURCE_DATE_EPOCH"] = "0";
        string[] arguments =
        [
            "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo", "-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")).AbsoluteUri,
            "--convert-to", Export, "--outdir", folder, source,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start);
        if (process is null)
        {
            return null;
        }

        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(limits.MaxTime))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            return null;
        }

        _ = output.Wait(TimeSpan.FromSeconds(5));
        var made = Path.Combine(folder, "document.pdf");
        return File.Exists(made) ? File.ReadAllBytes(made) : null;
    }

    private static NativeRedaction Failed(string code, string reason) => new(default, new Quarantined(code, reason));
}
