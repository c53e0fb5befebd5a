using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Image;

/// <summary>Images by their bytes, with nothing in them but the picture.</summary>
internal static class ImageFile
{
    /// <summary>Media type by the first bytes; null for anything that is no image we know.</summary>
    public static string? MediaType(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x47, 0x49, 0x46, 0x38, ..] => "image/gif",
        [0x49, 0x49, 0x2A, 0, ..] or [0x4D, 0x4D, 0, 0x2A, ..] => "image/tiff",
        [0x42, 0x4D, ..] => "image/bmp",
        [0xD7, 0xCD, 0xC6, 0x9A, ..] or [1, 0, 9, 0, 0, 3, ..] => "image/x-wmf",
        [1, 0, 0, 0, _, _, _, _, ..] when bytes.Length > 44 && bytes[40..44].SequenceEqual(" EMF"u8) => "image/x-emf",
        [0x52, 0x49, 0x46, 0x46, _, _, _, _, 0x57, 0x45, 0x42, 0x50, ..] => "image/webp",
        _ => null,
    };

    /// <summary>Pixels beyond which a GIF or bitmap isn't made into a PNG.</summary>
    private static readonly ReadLimits Picture = new() { MaxFileBytes = 96L * 1024 * 1024 };

    /// <summary>The image as the tree holds it: the pixels of a PNG or JPEG without metadata, those of a GIF or bitmap as PNG, else the description alone.</summary>
    public static ImageContent Content(byte[] bytes, string description)
    {
        var type = MediaType(bytes);
        var clean = type is "image/png" or "image/jpeg" ? ImageCleaner.Clean(bytes) : null;
        if ((type == "image/gif" ? GifImage.Read(bytes, Picture) : type == "image/bmp" ? BmpImage.Read(bytes, Picture) : null) is { } made)
        {
            (clean, type) = (PngEncoder.Encode(made.Pixels, made.Width, made.Height, 3), "image/png");
        }

        return clean is null
            ? new ImageContent([], type ?? "image/unknown", description)
            : new ImageContent(ImmutableArray.Create(clean), type!, description);
    }
}
