using WooPipeline.Formats.Image;

namespace WooPipeline.Formats.Office;

/// <summary>What is kept of an image in a redacted package: its picture without metadata, or a grey square of the same place.</summary>
internal static class KeptImage
{
    private static readonly byte[] Placeholder = PngEncoder.Encode([0xD9], 1, 1, 1);

    /// <summary>Bytes, extension and media type. Vector images that hold text, damaged and unknown ones become the grey square.</summary>
    public static (byte[] Bytes, string Extension, string MediaType) Of(byte[] source)
    {
        var type = ImageFile.MediaType(source);
        if (type is "image/x-emf" && MetafileText.IsFree(source))
        {
            return (MetafileText.WithoutDescription(source), "emf", type);
        }

        var clean = type is null ? null : ImageCleaner.Clean(source);
        return clean is null
            ? (Placeholder, "png", "image/png")
            : (clean, type switch { "image/jpeg" => "jpeg", "image/gif" => "gif", "image/bmp" => "bmp", "image/tiff" => "tiff", _ => "png" }, type!);
    }
}
