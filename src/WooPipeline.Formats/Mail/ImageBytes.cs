using WooPipeline.Documents;
using WooPipeline.Formats.Image;

namespace WooPipeline.Formats.Mail;

/// <summary>Tells images by their first bytes, whatever type was declared.</summary>
internal static class ImageBytes
{
    /// <summary>The image where it is PNG or JPEG, or a GIF or bitmap that can be shown as PNG; null else.</summary>
    public static ImageContent? Of(ReadOnlyMemory<byte> bytes)
    {
        var type = bytes.Span.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) ? "image/png"
            : bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg" : null;
        if (type is null && ImageFile.MediaType(bytes.Span) is "image/gif" or "image/bmp")
        {
            return ImageFile.Content(bytes.ToArray(), "") is { Data.IsEmpty: false } made ? made : null;
        }

        return type is null ? null : new ImageContent([.. bytes.Span], type, "");
    }
}
