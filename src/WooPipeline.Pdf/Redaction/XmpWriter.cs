using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Pdf.Redaction;

/// <summary>New properties: what kind of PDF/A and PDF/UA the file says it is, a title, a language; nothing else.</summary>
internal static partial class XmpWriter
{
    public static PdfStream Write(PdfFile file, string title, string language)
    {
        var old = file.Get<PdfStream>(file.Catalog, "Metadata") is { } metadata ? Encoding.UTF8.GetString(file.Decode(metadata).Data.Span) : "";
        var claims = new StringBuilder();
        if (Find(PartA(), old) is { } part && Find(Conformance(), old) is { } conformance)
        {
            claims.Append(CultureInfo.InvariantCulture, $"   <pdfaid:part>{part}</pdfaid:part>\n   <pdfaid:conformance>{conformance}</pdfaid:conformance>\n");
        }

        if (Find(PartUa(), old) is { } accessible)
        {
            claims.Append(CultureInfo.InvariantCulture, $"   <pdfuaid:part>{accessible}</pdfuaid:part>\n").Append(XmpPacket.SchemaOfPdfUa()).Append('\n');
        }

        if (title.Length > 0)
        {
            claims.Append(CultureInfo.InvariantCulture, $"   <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{SecurityElement.Escape(title)}</rdf:li></rdf:Alt></dc:title>\n");
        }

        var xml = $"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
             <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
              <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
               <dc:format>application/pdf</dc:format>
               <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
            {claims}  </rdf:Description>
             </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>
            """.ReplaceLineEndings("\n");
        return new PdfStream(new PdfDictionary { { "Type", "Metadata" }, { "Subtype", "XML" } }, Encoding.UTF8.GetBytes(xml));
    }

    /// <summary>True where the file says that it is PDF/A.</summary>
    public static bool ClaimsPdfA(PdfFile file) =>
        file.Get<PdfStream>(file.Catalog, "Metadata") is { } metadata && Find(PartA(), Encoding.UTF8.GetString(file.Decode(metadata).Data.Span)) is not null;

    private static string? Find(Regex pattern, string text) => pattern.Match(text) is { Success: true } match ? match.Groups["v"].Value : null;

    [GeneratedRegex("""pdfaid:part\s*(?:=\s*["']|>)\s*(?<v>[1-4])""")]
    private static partial Regex PartA();

    [GeneratedRegex("""pdfaid:conformance\s*(?:=\s*["']|>)\s*(?<v>[ABUFE])""")]
    private static partial Regex Conformance();

    [GeneratedRegex("""pdfuaid:part\s*(?:=\s*["']|>)\s*(?<v>[12])""")]
    private static partial Regex PartUa();
}
