using WooPipeline.Pdf.Fonts;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Redaction;

/// <summary>A font of the new file with the codes that are still shown.</summary>
internal sealed class FontUse(PdfDictionary source, PdfReference target)
{
    public PdfDictionary Source => source;

    public PdfReference Target => target;

    /// <summary>The font as the interpreter knows it; null where no text shows it.</summary>
    public PdfFont? Font { get; set; }

    /// <summary>Codes shown.</summary>
    public SortedSet<int> Codes { get; } = [];

    /// <summary>Codes that only removed text showed.</summary>
    public HashSet<int> Orphans { get; } = [];

    /// <summary>True where its use isn't known letter by letter (within glyphs that are drawings), so that all of it stays.</summary>
    public bool KeepsAll { get; set; }
}
