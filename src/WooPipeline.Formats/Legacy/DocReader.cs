namespace WooPipeline.Formats.Legacy;

/// <summary>
/// Reads Word documents of 97 to 2003 (<c>.doc</c>, MS-DOC), and the plain ones of Word 6 and 95: text with headings, tables, links, notes, page
/// headers and footers; hidden and deleted text and field codes in hidden sections, comments as comments; PNG and JPEG pictures at the end, others are left out and told.
/// </summary>
public sealed class DocReader : IFormatReader
{
    /// <inheritdoc/>
    public string Format => "Word (oud)";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return LegacyFile.IsFamily(file, "WordDocument", ".doc", ".dot");
    }

    /// <inheritdoc/>
    public ReadResult Read(SourceFile file, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        return LegacyFile.Read(file, limits, "Word", root => new DocDocument(DocFile.Open(root, limits), limits).Read(file.Name, root));
    }
}
