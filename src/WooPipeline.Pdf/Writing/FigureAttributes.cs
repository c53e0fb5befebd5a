using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Writing;

/// <summary>Layout attributes of a figure (ISO 32000-1 §14.8.5.4): where it stands.</summary>
internal static class FigureAttributes
{
    public static PdfDictionary Of(double x, double bottom, double width, double height) => new()
    {
        { "O", "Layout" },
        { "Placement", "Block" },
        { "BBox", PdfArray.OfNumbers(Round(x), Round(bottom), Round(x + width), Round(bottom + height)) },
    };

    private static double Round(double value) => Math.Round(value, 2);
}
