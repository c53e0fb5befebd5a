namespace WooPipeline.Pdf.Objects;

/// <summary>The null object; a dictionary entry of null is as good as absent (§7.3.9).</summary>
public sealed class PdfNull : PdfObject
{
    private PdfNull()
    {
    }

    /// <summary>The only null.</summary>
    public static PdfNull Instance { get; } = new();

    internal override void WriteTo(PdfOutput output) => output.Keyword("null"u8);
}
