using System.Collections.Immutable;

namespace WooPipeline.Documents;

/// <summary>How documents look; read from <c>templates/huisstijl/huisstijl.yaml</c>, with these defaults.</summary>
public sealed record HouseStyle
{
    /// <summary>Families to try in turn; the built-in font comes last by itself.</summary>
    public ImmutableArray<string> Fonts { get; init; } = [];

    /// <summary>Folder with font files of the house, or null.</summary>
    public string? FontFolder { get; init; }

    /// <summary>Size of running text, in points.</summary>
    public double FontSize { get; init; } = 9.5;

    /// <summary>Distance of lines, as a factor of the size.</summary>
    public double LineHeight { get; init; } = 1.4;

    /// <summary>Sizes of headings 1 to 3, in points.</summary>
    public ImmutableArray<double> HeadingSizes { get; init; } = [16, 12, 10.5];

    /// <summary>Page width, in points (A4).</summary>
    public double PageWidth { get; init; } = 595.28;

    /// <summary>Page height, in points (A4).</summary>
    public double PageHeight { get; init; } = 841.89;

    /// <summary>Left margin, in points.</summary>
    public double MarginLeft { get; init; } = 71;

    /// <summary>Right margin, in points.</summary>
    public double MarginRight { get; init; } = 71;

    /// <summary>Top margin, in points.</summary>
    public double MarginTop { get; init; } = 71;

    /// <summary>Bottom margin, in points.</summary>
    public double MarginBottom { get; init; } = 64;

    /// <summary>Colour of headings, <c>#RRGGBB</c>.</summary>
    public string HeadingColor { get; init; } = "#154273";

    /// <summary>Fill of a mark, <c>#RRGGBB</c>.</summary>
    public string MarkFill { get; init; } = "#BFBFBF";

    /// <summary>Text of a mark, <c>#RRGGBB</c>.</summary>
    public string MarkText { get; init; } = "#000000";

    /// <summary>Name of the organisation as it stands at the head of a page; empty for none.</summary>
    public string Organisation { get; init; } = "";
}
