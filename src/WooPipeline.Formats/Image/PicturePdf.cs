using WooPipeline.Documents;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Formats.Image;

/// <summary>A picture as a PDF of its own, to be read and redacted like a scan.</summary>
internal static class PicturePdf
{
    /// <summary>True for a png, jpg, tiff, gif or bmp by its first bytes.</summary>
    public static bool IsPicture(SourceFile file) =>
        ImageFile.MediaType(file.Content.Span[..Math.Min(64, file.Content.Length)]) is "image/png" or "image/jpeg" or "image/tiff" or "image/gif" or "image/bmp";

    /// <summary>The pictures of a file, several for a tiff; null where they can't be shown.</summary>
    public static IReadOnlyList<ImageContent>? Pictures(byte[] bytes, ReadLimits limits)
    {
        if (ImageFile.MediaType(bytes) == "image/tiff")
        {
            return TiffImage.ToPng(bytes, limits);
        }

        var image = ImageFile.Content(bytes, "");
        return image.Data.IsEmpty ? null : [image];
    }

    /// <summary>The PDF, the same for the same bytes; null where a picture can't be shown.</summary>
    public static ReadOnlyMemory<byte>? Of(SourceFile file, ReadLimits limits)
    {
        using var output = new MemoryStream();
        return Pictures(file.Content.ToArray(), limits) is { } pictures && PicturePages.TryWrite([.. pictures.Select(p => p.Data.AsMemory())], output)
            ? output.ToArray() : null;
    }
}
