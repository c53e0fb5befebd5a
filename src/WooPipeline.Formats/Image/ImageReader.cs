using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats.Pdf;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Formats.Image;

/// <summary>
/// Reads png, jpg, tiff, and the first picture of a gif or bmp. Where tesseract with Dutch data is installed the words on the picture are read like those of a scanned
/// PDF, so that they are searched and can be taken out of its pixels. Elsewhere the pixels stand alone as image blocks, and the
/// deviation <c>image-not-searched</c> says that a person must look; so it does for a picture on which no word was found.
/// </summary>
public sealed class ImageReader : IFormatReader
{
    private const string NotSearched = "image-not-searched";

    /// <inheritdoc/>
    public string Format => "afbeelding";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Extension is ".png" or ".jpg" or ".jpeg" or ".jpe" or ".tif" or ".tiff" or ".gif" or ".bmp" || PicturePdf.IsPicture(file);
    }

    /// <inheritdoc/>
    public ReadResult Read(SourceFile file, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        if (!PicturePdf.IsPicture(file))
        {
            return new Quarantined("beschadigd", "Het bestand is geen png, jpg, tiff, gif of bmp, al doet de extensie dat denken. Vraag het opnieuw op bij de bron.");
        }

        var bytes = file.Content.ToArray();
        if (PicturePdf.Pictures(bytes, limits) is not { } pictures)
        {
            return ImageFile.MediaType(bytes) == "image/tiff"
                ? new Quarantined("niet-ondersteund", "Deze soort tiff kan niet worden getoond. Zet de afbeelding om naar png, jpg of PDF.")
                : new Quarantined("beschadigd", "De afbeelding is beschadigd of afgekapt. Vraag haar opnieuw op bij de bron.");
        }

        var tree = new DocumentTree { Kind = DocumentKind.Image, FileName = file.Name, Metadata = ImageMetadata.Read(bytes) };
        if (Words(file, limits) is { } text)
        {
            return new DocumentRead(tree with { Blocks = PdfTree.Build(text, file.Name).Blocks });
        }

        return new DocumentRead(tree with { Blocks = [.. pictures.Select(p => (Block)new ImageBlock(p))] })
        {
            Deviations = [new Deviation(NotSearched, file.Extension)],
        };
    }

    /// <summary>What the picture says; null where that can't be read here or it shows no word.</summary>
    private static PdfText? Words(SourceFile file, ReadLimits limits)
    {
        try
        {
            if (PicturePdf.Of(file, limits) is not { } pdf || ScannedPdf.WithText(pdf, limits) is not { } layered)
            {
                return null;
            }

            var text = PdfTextReader.Read(PdfFile.Open(layered, "", PdfProblem.Budget(limits)));
            return text.Pages.Any(p => p.GlyphCount > 0) ? text with { Properties = [], Outline = [] } : null;
        }
        catch (PdfException)
        {
            return null; // then it is a picture that nothing searched
        }
    }
}
