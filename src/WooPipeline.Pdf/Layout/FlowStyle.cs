using System.Collections.Immutable;

namespace WooPipeline.Pdf.Layout;

/// <summary>Measures in points, colours, fonts.</summary>
public sealed record FlowStyle
{
    /// <summary>Families to try in turn; the built-in font comes last by itself.</summary>
    public ImmutableArray<string> Fonts { get; init; } = [];

    /// <summary>Folder with font files that go before those of the machine; null for none.</summary>
    public string? FontFolder { get; init; }

    /// <summary>Size of running text.</summary>
    public double FontSize { get; init; } = 9.5;

    /// <summary>Distance of lines as a factor of the size.</summary>
    public double LineHeight { get; init; } = 1.4;

    /// <summary>Sizes of headings from level 1; deeper levels take the size of running text.</summary>
    public ImmutableArray<double> HeadingSizes { get; init; } = [16, 12, 10.5];

    /// <summary>Page width.</summary>
    public double PageWidth { get; init; } = 595.28;

    /// <summary>Page height.</summary>
    public double PageHeight { get; init; } = 841.89;

    /// <summary>Left margin.</summary>
    public double MarginLeft { get; init; } = 71;

    /// <summary>Right margin.</summary>
    public double MarginRight { get; init; } = 71;

    /// <summary>Top margin.</summary>
    public double MarginTop { get; init; } = 71;

    /// <summary>Bottom margin.</summary>
    public double MarginBottom { get; init; } = 64;

    /// <summary>Colour of headings.</summary>
    public FlowColor HeadingColor { get; init; } = new(0x15, 0x42, 0x73);

    /// <summary>Fill of a mark.</summary>
    public FlowColor MarkFill { get; init; } = new(0xBF, 0xBF, 0xBF);

    /// <summary>Text of a mark; black or white is taken instead where it has less contrast with the fill than 4.5 to 1.</summary>
    public FlowColor MarkText { get; init; } = FlowColor.Black;

    /// <summary>The style with measures that text can be set with: a page with room between its margins, letters that can be read.</summary>
    internal FlowStyle Sound()
    {
        const double LeastText = 150;
        var sound = this with
        {
            FontSize = Within(FontSize, 5, 48, 9.5),
            LineHeight = Within(LineHeight, 1, 4, 1.4),
            HeadingSizes = [.. HeadingSizes.Select(s => Within(s, 5, 96, 12))],
            PageWidth = Within(PageWidth, 200, 14_400, 595.28),
            PageHeight = Within(PageHeight, 200, 14_400, 841.89),
        };
        return sound with
        {
            MarginLeft = Within(MarginLeft, 0, (sound.PageWidth - LeastText) / 2, 25),
            MarginRight = Within(MarginRight, 0, (sound.PageWidth - LeastText) / 2, 25),
            MarginTop = Within(MarginTop, 0, (sound.PageHeight - LeastText) / 2, 25),
            MarginBottom = Within(MarginBottom, 0, (sound.PageHeight - LeastText) / 2, 25),
        };
    }

    private static double Within(double value, double least, double most, double otherwise) =>
        double.IsFinite(value) ? Math.Clamp(value, least, most) : otherwise;
}
