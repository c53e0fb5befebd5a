using System.Collections.Immutable;

namespace WooPipeline.Documents;

/// <summary>An image as stored.</summary>
/// <param name="Data">The bytes, PNG or JPEG; empty where the image can't be shown.</param>
/// <param name="MediaType"><c>image/png</c> or <c>image/jpeg</c>; another type is shown as its description.</param>
/// <param name="AlternativeText">What it shows, for who can't see it; empty for a decoration.</param>
public sealed record ImageContent(ImmutableArray<byte> Data, string MediaType, string AlternativeText)
{
    /// <summary>Width shown, in points; 0 for the image's own.</summary>
    public double Width { get; init; }

    /// <summary>Height shown, in points; 0 for the image's own.</summary>
    public double Height { get; init; }

    /// <summary>Where it stands in the native file.</summary>
    public Origin? Origin { get; init; }
}
