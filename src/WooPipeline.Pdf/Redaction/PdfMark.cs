using System.Collections.Immutable;

namespace WooPipeline.Pdf.Redaction;

/// <summary>A passage of one page to remove.</summary>
/// <param name="Page">Zero-based page.</param>
/// <param name="Glyphs">Indexes of the page's glyphs, as <see cref="Text.PdfTextRun.Glyphs"/> names them.</param>
/// <param name="Code">What the box shows: <c>5.1.2e</c>.</param>
/// <param name="Spoken">What a screen reader says for it.</param>
public sealed record PdfMark(int Page, ImmutableArray<int> Glyphs, string Code, string Spoken)
{
    /// <summary>A rectangle (left, bottom, right, top in points of the page's space) to clear of all that touches it, images too; null for none.</summary>
    public (double Left, double Bottom, double Right, double Top)? Area { get; init; }
}
