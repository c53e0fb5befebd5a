using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Fonts;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Takes what the rewriter makes of streams, and knows the new file.</summary>
internal interface IRewriteTarget
{
    /// <summary>A glyph stays.</summary>
    void Shown(PdfFont font, int code);

    /// <summary>A glyph goes.</summary>
    void Removed(PdfFont font, int code);

    /// <summary>The new stream of a form, pattern, mask or appearance; shared where nothing of it was redacted.</summary>
    PdfReference Stream(InstanceWriter writer);

    /// <summary>An image with regions of the page painted over.</summary>
    PdfReference PaintedImage(PdfStream image, Matrix space, IReadOnlyList<Box> regions);

    /// <summary>A graphics state whose soft mask was redacted.</summary>
    PdfObject GraphicsStateWithMask(PdfDictionary state, PdfReference mask);

    /// <summary>What an object of the source stands for.</summary>
    PdfObject Resolve(PdfObject? value);

    /// <summary>True where a property list's layer is off.</summary>
    bool IsOff(PdfObject? properties);
}
