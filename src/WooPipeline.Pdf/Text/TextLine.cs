namespace WooPipeline.Pdf.Text;

/// <summary>Words on one baseline without a wide gap: a line of a column, or what stands in one cell on that line.</summary>
internal sealed class TextLine(List<TextWord> words)
{
    public List<TextWord> Words { get; } = words;

    public double Left { get; } = words.Min(w => w.Left);

    public double Right { get; } = words.Max(w => w.Right);

    /// <summary>Baseline of its largest word.</summary>
    public double Baseline { get; } = words.MaxBy(w => w.Size)!.Baseline;

    public double Size { get; } = words.Max(w => w.Size);

    public double Top => Baseline + (0.75 * Size);

    public double Bottom => Baseline - (0.22 * Size);

    public int Letters { get; } = words.Sum(w => w.Glyphs.Count);
}
