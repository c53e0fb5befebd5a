using System.Collections.Immutable;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Redaction;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Formats.Pdf;

/// <summary>
/// Gives scanned pages a layer of text, so that they are read and redacted like any other: what is marked goes from the layer
/// and from the pixels under it. The same scan gives the same file.
/// </summary>
internal static class ScannedPdf
{
    /// <summary>The file with text over its scanned pages; the file itself where it has none; null where they can't be read here.</summary>
    public static ReadOnlyMemory<byte>? WithText(ReadOnlyMemory<byte> content, ReadLimits limits)
    {
        var file = PdfFile.Open(content, "", PdfProblem.Budget(limits));
        var scans = PdfRedactor.Scans(file).ToList();
        return scans.Count == 0 ? content : WithText(file, scans, limits);
    }

    /// <summary>A file that was opened with text over the pages that are known to be scans; null where they can't be read here.</summary>
    public static ReadOnlyMemory<byte>? WithText(PdfFile file, IReadOnlyCollection<int> scans, ReadLimits limits)
    {
        if (!TesseractReader.IsHere() || PdfScanImage.Of(file, scans) is not { } images)
        {
            return null;
        }

        var words = ImmutableArray.CreateBuilder<PdfScanWord>();
        foreach (var image in images)
        {
            if (TesseractReader.Read(image, limits.MaxTime) is not { } found)
            {
                return null;
            }

            words.AddRange(found);
        }

        using var output = new MemoryStream();
        PdfRedactor.Redact(file, [], new PdfRedactionOptions { ScanWords = words.ToImmutable() }, output);
        return output.ToArray();
    }
}
