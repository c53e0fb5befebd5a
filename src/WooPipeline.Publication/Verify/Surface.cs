namespace WooPipeline.Publication.Verification;

/// <summary>How a piece of a file is judged.</summary>
internal enum SurfaceKind
{
    /// <summary>What a reader sees; counted together over the whole file.</summary>
    Text,

    /// <summary>What repeats the text (page headers, bookmarks, alternative texts); each piece counted by itself.</summary>
    Repeated,

    /// <summary>Properties: title, author, XMP, EXIF; may hold the file's public title and nothing more.</summary>
    Properties,

    /// <summary>Bytes taken for text; only distinctive forms are searched.</summary>
    Raw,
}

/// <summary>A piece of a file as text.</summary>
/// <param name="Kind">How it is judged.</param>
/// <param name="Place">Where, in Dutch.</param>
/// <param name="Text">What it says.</param>
internal sealed record Surface(SurfaceKind Kind, string Place, string Text)
{
    /// <summary>The bytes to search in every encoding, of a <see cref="SurfaceKind.Raw"/> piece that isn't text yet; null for any other.</summary>
    public byte[]? Bytes { get; init; }

    /// <summary>True for names of parts and attributes, where words of the file format itself stand.</summary>
    public bool IsSyntax { get; init; }

    /// <summary>Bytes to search in every encoding.</summary>
    public static Surface OfBytes(string place, byte[] bytes) => new(SurfaceKind.Raw, place, "") { Bytes = bytes };
}
