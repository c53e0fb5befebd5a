using System.Globalization;
using System.Security;
using System.Text;
using WooPipeline.Pdf.Layout;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Writing;

/// <summary>
/// What a document says of itself, twice and alike: as XMP with the marks of PDF/A-2a and PDF/UA-1 (ISO 19005-2 §6.6,
/// ISO 14289-1 §5), and as information dictionary.
/// </summary>
internal static class XmpPacket
{
    private const string Producer = "WooPipeline";
    private const string SchemaStart = "<pdfaExtension:schemas";
    private const string SchemaEnd = "</pdfaExtension:schemas>";
    private static readonly Lazy<string> Template = new(ReadTemplate);

    /// <summary>The metadata stream, not compressed, so that every tool can read it.</summary>
    public static PdfStream Stream(FlowDocument document, string title)
    {
        var dates = document.Date is { } date
            ? string.Create(CultureInfo.InvariantCulture, $"<xmp:CreateDate>{date:yyyy-MM-ddTHH:mm:sszzz}</xmp:CreateDate><xmp:ModifyDate>{date:yyyy-MM-ddTHH:mm:sszzz}</xmp:ModifyDate>")
            : "";
        var packet = Template.Value
            .Replace("{title}", SecurityElement.Escape(title), StringComparison.Ordinal)
            .Replace("{language}", SecurityElement.Escape(document.Language), StringComparison.Ordinal)
            .Replace("{producer}", Producer, StringComparison.Ordinal)
            .Replace("{dates}", dates, StringComparison.Ordinal);
        return new PdfStream(new PdfDictionary { { "Type", "Metadata" }, { "Subtype", "XML" } }, Encoding.UTF8.GetBytes(packet));
    }

    /// <summary>The information dictionary.</summary>
    public static PdfDictionary Information(FlowDocument document, string title)
    {
        var information = new PdfDictionary { { "Title", PdfString.OfText(title) }, { "Producer", PdfString.OfText(Producer) } };
        if (document.Date is { } date)
        {
            var zone = date.Offset == TimeSpan.Zero
                ? "Z"
                : string.Create(CultureInfo.InvariantCulture, $"{(date.Offset < TimeSpan.Zero ? '-' : '+')}{date.Offset:hh\\'mm}'");
            var text = date.ToString("'D:'yyyyMMddHHmmss", CultureInfo.InvariantCulture) + zone;
            information.Add("CreationDate", PdfString.OfText(text));
            information.Add("ModDate", PdfString.OfText(text));
        }

        return information;
    }

    /// <summary>The description of PDF/UA's own properties that PDF/A asks for (ISO 19005-2 §6.6.2.3), as an element of RDF.</summary>
    public static string SchemaOfPdfUa()
    {
        var start = Template.Value.IndexOf(SchemaStart, StringComparison.Ordinal);
        var end = Template.Value.IndexOf(SchemaEnd, StringComparison.Ordinal);
        return Template.Value[start..(end + SchemaEnd.Length)];
    }

    private static string ReadTemplate()
    {
        using var stream = typeof(XmpPacket).Assembly.GetManifestResourceStream("WooPipeline.Pdf.Data.metadata.xmp")
            ?? throw new InvalidOperationException("Data/metadata.xmp is missing from the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
