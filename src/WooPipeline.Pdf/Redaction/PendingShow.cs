using WooPipeline.Pdf.Content;

namespace WooPipeline.Pdf.Redaction;

/// <summary>A showing operation whose glyphs are still to come.</summary>
internal sealed class PendingShow
{
    public required ContentOperator Operator { get; init; }

    public required int Start { get; init; }

    public required int End { get; init; }

    public required ContentToken[] Operands { get; init; }

    /// <summary>The state in which it shows.</summary>
    public required GraphicsState State { get; init; }

    /// <summary>Text matrix before its first glyph.</summary>
    public required Matrix TextMatrix { get; init; }

    /// <summary>Number of its first glyph on the page.</summary>
    public required int FirstGlyph { get; init; }

    /// <summary>Its glyphs.</summary>
    public required List<Glyph> Glyphs { get; init; }
}
