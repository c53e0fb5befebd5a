using WooPipeline.Documents;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Formats.Pdf;

/// <summary>
/// Reads PDF (ISO 32000) into a tree whose runs know their glyphs. A document with a page that is only an image, or whose
/// letters can't be read, goes to quarantine: what can't be read can't be checked.
/// </summary>
public sealed class PdfReader : IFormatReader
{
    private const double MaxUnreadable = 0.3;

    /// <inheritdoc/>
    public string Format => "PDF";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        var head = file.Content.Span[..Math.Min(file.Content.Length, 1024)];
        return head.IndexOf("%PDF-"u8) >= 0 || file.Extension == ".pdf";
    }

    /// <inheritdoc/>
    public ReadResult Read(SourceFile file, ReadLimits limits)
    {
        try
        {
            return Read(PdfFile.Open(file.Content, "", PdfProblem.Budget(limits)), file, limits);
        }
        catch (PdfException problem)
        {
            return PdfProblem.Quarantine(problem.Code);
        }
    }

    private static ReadResult Read(PdfFile pdf, SourceFile file, ReadLimits limits)
    {
        var text = PdfTextReader.Read(pdf);
        if (text.Pages.Length == 0)
        {
            return PdfProblem.Quarantine("beschadigd");
        }

        var scans = text.Pages.Where(p => p.IsScan).Select(p => p.Index).ToList();
        if (scans.Count > 0)
        {
            if (ScannedPdf.WithText(pdf, scans, limits) is not { } layered)
            {
                return PdfProblem.Quarantine("scan") with { Place = $"bladzijde {scans[0] + 1}" };
            }

            text = PdfTextReader.Read(PdfFile.Open(layered, "", PdfProblem.Budget(limits))) with { Properties = text.Properties, Outline = text.Outline };
        }

        var (glyphs, unreadable) = (text.Pages.Sum(p => p.GlyphCount), text.Pages.Sum(p => p.UnreadableCount));
        if (glyphs > 20 && unreadable > MaxUnreadable * glyphs)
        {
            return PdfProblem.Quarantine("onleesbaar");
        }

        return new DocumentRead(PdfTree.Build(text, file.Name))
        {
            Deviations = [.. text.Deviations.Select(d => new Deviation("pdf-" + d, ""))],
        };
    }
}
