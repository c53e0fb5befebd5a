namespace WooPipeline.Formats;

/// <summary>A file to read: a source of the dossier or a member of a container.</summary>
/// <param name="Path">Relative path with <c>/</c>, as in <c>bronnen.json</c>: <c>bronnen/001.eml</c>, <c>bronnen/a.zip/b.docx</c>.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="DeclaredMediaType">Media type its container declares; null where none does. A hint, never trusted over the bytes.</param>
public sealed record SourceFile(string Path, ReadOnlyMemory<byte> Content, string? DeclaredMediaType = null)
{
    /// <summary>The last part of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Extension in lower case with the dot; empty where it has none.</summary>
    public string Extension
    {
        get
        {
            var dot = Name.LastIndexOf('.');
            return dot <= 0 ? "" : Name[dot..].ToLowerInvariant();
        }
    }
}
