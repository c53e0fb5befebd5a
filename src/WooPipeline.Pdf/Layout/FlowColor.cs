using System.Globalization;

namespace WooPipeline.Pdf.Layout;

/// <summary>A colour in sRGB.</summary>
public readonly record struct FlowColor(byte Red, byte Green, byte Blue)
{
    /// <summary>Black.</summary>
    public static FlowColor Black => new(0, 0, 0);

    /// <summary>White.</summary>
    public static FlowColor White => new(255, 255, 255);

    /// <summary>Reads <c>#RRGGBB</c>; another spelling gives <paramref name="otherwise"/>.</summary>
    public static FlowColor Parse(string? text, FlowColor otherwise) =>
        text is ['#', ..] && text.Length == 7
        && int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new FlowColor((byte)(value >> 16), (byte)(value >> 8), (byte)value)
            : otherwise;

    /// <summary>Contrast of two colours, 1 to 21 (WCAG 2.1, contrast ratio).</summary>
    public static double Contrast(FlowColor one, FlowColor other)
    {
        var (a, b) = (one.Luminance, other.Luminance);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    /// <summary>This colour on a ground where it can be read there (4.5 to 1), else the better of black and white.</summary>
    public FlowColor ReadableOn(FlowColor ground) =>
        Contrast(this, ground) >= 4.5 ? this : Contrast(Black, ground) >= Contrast(White, ground) ? Black : White;

    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte part)
    {
        var value = part / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
