namespace WooPipeline.Pdf.Objects;

/// <summary>True or false (§7.3.2).</summary>
public sealed class PdfBoolean : PdfObject
{
    private PdfBoolean(bool value) => Value = value;

    /// <summary>True.</summary>
    public static PdfBoolean True { get; } = new(true);

    /// <summary>False.</summary>
    public static PdfBoolean False { get; } = new(false);

    /// <summary>The value.</summary>
    public bool Value { get; }

    /// <summary>The object of a value.</summary>
    public static PdfBoolean Of(bool value) => value ? True : False;

    internal override void WriteTo(PdfOutput output) => output.Keyword(Value ? "true"u8 : "false"u8);
}
