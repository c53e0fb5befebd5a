namespace WooPipeline.Pdf.Objects;

/// <summary>A stream (§7.3.8): a dictionary with bytes as the file holds them, still filtered but decrypted.</summary>
public sealed class PdfStream(PdfDictionary dictionary, ReadOnlyMemory<byte> data) : PdfObject
{
    /// <summary>The dictionary; <c>Length</c> is set when it is written.</summary>
    public PdfDictionary Dictionary { get; } = dictionary;

    /// <summary>The bytes, filtered as <c>Filter</c> says.</summary>
    public ReadOnlyMemory<byte> Data { get; } = data;

    internal override void WriteTo(PdfOutput output)
    {
        Dictionary["Length"] = new PdfInteger(Data.Length);
        Dictionary.WriteTo(output);
        output.Raw("\nstream\n"u8);
        output.Raw(Data.Span);
        // PDF/A asks for a line end before endstream (ISO 19005-1 §6.1.7).
        output.Raw("\nendstream"u8);
    }
}
