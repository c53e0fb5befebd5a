using WooPipeline.Documents;

namespace WooPipeline.Formats.Image;

/// <summary>
/// Reads png and jpg: the pixels alone as an image block, what the file tells besides as metadata. The text on an image isn't read here:
/// the deviation <c>image-not-searched</c> says that a person must look.
/// </summary>
public sealed class ImageReader : IFormatReader
{
    /// <inheritdoc/>
    public string Format => "afbeelding";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Extension is ".png" or ".jpg" or ".jpeg" or ".jpe" or ".tif" or ".tiff"
            || ImageFile.MediaType(file.Content.Span[..Math.Min(64, file.Content.Length)]) is "image/png" or "image/jpeg" or "image/tiff";
    }

    /// <inheritdoc/>
    public ReadResult Read(SourceFile file, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        var bytes = file.Content.ToArray();
        var type = ImageFile.MediaType(bytes);
        if (type is not ("image/png" or "image/jpeg" or "image/tiff"))
        {
            return new Quarantined("beschadigd", "Het bestand is geen png, jpg of tiff, al doet de extensie dat denken. Vraag het opnieuw op bij de bron.");
        }

        var image = type == "image/tiff" ? TiffImage.ToPng(bytes, limits) : ImageFile.Content(bytes, "");
        if (image is null || image.Data.IsEmpty)
        {
            return type == "image/tiff"
                ? new Quarantined("niet-ondersteund", "Deze soort tiff kan niet worden getoond. Zet de afbeelding om naar png, jpg of PDF.")
                : new Quarantined("beschadigd", "De afbeelding is beschadigd of afgekapt. Vraag haar opnieuw op bij de bron.");
        }

        return new DocumentRead(new DocumentTree
        {
            Kind = DocumentKind.Image,
            FileName = file.Name,
            Blocks = [new ImageBlock(image)],
            Metadata = ImageMetadata.Read(bytes),
        })
        {
            Deviations = [new Deviation("image-not-searched", file.Extension)],
        };
    }
}
