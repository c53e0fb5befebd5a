namespace WooPipeline.Pdf.Layout;

/// <summary>What stands on a page.</summary>
internal sealed class PageLayout
{
    /// <summary>The strips of the text, downward.</summary>
    public List<PlacedStrip> Body { get; } = [];

    /// <summary>The strips of the notes, downward; the last one ends at the bottom margin.</summary>
    public List<Strip> Notes { get; } = [];

    public double BodyHeight { get; set; }

    /// <summary>Height of the notes with the space above them.</summary>
    public double NoteHeight { get; set; }

    /// <summary>True while nothing but repeated headings stands in the text.</summary>
    public bool IsFresh { get; set; } = true;
}

/// <summary>A strip at its place.</summary>
/// <param name="Strip">The strip.</param>
/// <param name="Top">Its top, from the top of the page.</param>
/// <param name="Space">The space kept above it.</param>
/// <param name="IsRepeated">True for a table's heading that stands on an earlier page already.</param>
internal sealed record PlacedStrip(Strip Strip, double Top, double Space, bool IsRepeated);
