namespace WooPipeline.Pdf.Objects;

/// <summary>An object of a PDF file (ISO 32000-2 §7.3).</summary>
public abstract class PdfObject
{
    /// <summary>Writes the object as it stands in a file; strings are not encrypted.</summary>
    internal abstract void WriteTo(PdfOutput output);
}
