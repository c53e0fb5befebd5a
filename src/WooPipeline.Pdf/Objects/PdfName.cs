namespace WooPipeline.Pdf.Objects;

/// <summary>A name (§7.3.5). Its value has one character a byte (U+0000 to U+00FF), with <c>#xx</c> undone and without the slash.</summary>
public sealed class PdfName(string value) : PdfObject
{
    /// <summary>The name.</summary>
    public string Value { get; } = value;

    internal override void WriteTo(PdfOutput output) => output.Name(Value);

    /// <inheritdoc/>
    public override string ToString() => "/" + Value;
}
