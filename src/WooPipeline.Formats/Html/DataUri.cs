using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Html;

/// <summary>Images written into the page itself (RFC 2397).</summary>
internal static class DataUri
{
    /// <summary>The image, or null where the source is no PNG or JPEG in base64.</summary>
    public static ImageContent? Image(string source)
    {
        if (!source.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var comma = source.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || !source.AsSpan(0, comma).EndsWith(";base64", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var media = source[5..source.IndexOf(';', StringComparison.Ordinal)].ToLowerInvariant();
        var buffer = new byte[(source.Length - comma) * 3 / 4 + 3];
        return media is "image/png" or "image/jpeg" && Convert.TryFromBase64String(source[(comma + 1)..], buffer, out var length)
            ? new ImageContent(ImmutableArray.Create(buffer, 0, length), media, "")
            : null;
    }
}
