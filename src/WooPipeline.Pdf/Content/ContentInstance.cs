using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Content;

/// <summary>Why a stream is run.</summary>
internal enum InstanceKind
{
    Page,
    Form,
    Pattern,
    SoftMask,
    Appearance,
}

/// <summary>
/// One use of a content stream: the page's own content, or a form, pattern, mask or appearance at one place. A form drawn
/// twice is two instances, so that each use can be redacted for itself.
/// </summary>
internal sealed class ContentInstance
{
    /// <summary>Number in the order of running, from 0; the same in each run over the same page.</summary>
    public required int Id { get; init; }

    public required InstanceKind Kind { get; init; }

    /// <summary>The unpacked stream.</summary>
    public required ReadOnlyMemory<byte> Bytes { get; init; }

    public required PdfDictionary Resources { get; init; }

    /// <summary>From the stream's space to the page's.</summary>
    public required Matrix Space { get; init; }

    /// <summary>The stream; null for a page, whose content is all its streams joined.</summary>
    public PdfStream? Stream { get; init; }

    /// <summary>The instance that uses this one; null for the page and for appearances.</summary>
    public ContentInstance? Parent { get; init; }

    /// <summary>Start of the operation in the parent that uses this one.</summary>
    public int ParentStart { get; init; }

    /// <summary>Name in the parent's resources.</summary>
    public string Name { get; init; } = "";

    /// <summary>Resources of the form that fields share, where an appearance lacks its own.</summary>
    public PdfDictionary? Fallback { get; init; }

    public int Depth { get; init; }

    /// <summary>A resource, looked for where the stream is used when it has none of that name, as old writers count on.</summary>
    public PdfObject? Resource(PdfFile file, string category, string name) => OwnerOf(file, category, name)?.Own(file, category, name);

    /// <summary>The instance whose resources give a name; null where none does.</summary>
    public ContentInstance? OwnerOf(PdfFile file, string category, string name)
    {
        for (var at = this; at is not null; at = at.Parent)
        {
            if (at.Own(file, category, name) is not null)
            {
                return at;
            }
        }

        return null;
    }

    private PdfObject? Own(PdfFile file, string category, string name) =>
        file.Get<PdfDictionary>(Resources, category)?[name] ?? (Fallback is { } shared ? file.Get<PdfDictionary>(shared, category)?[name] : null);
}
