using System.Globalization;
using System.Text;
using WooPipeline.Pdf.Fonts;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Writes the map from codes still shown to their text.</summary>
internal static class ToUnicodeWriter
{
    public static byte[] Write(FontUse use)
    {
        var digits = use.Font is CompositeFont ? 4 : 2;
        var rows = use.Codes.Select(c => (Code: c, Text: use.Font!.GlyphOf(c).Text)).Where(r => r.Text.Length > 0 && r.Code >= 0 && r.Code <= 0xFFFF).ToList();
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n");
        map.Append(digits == 4 ? "<0000> <FFFF>\n" : "<00> <FF>\n").Append("endcodespacerange\n");
        foreach (var block in rows.Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (code, text) in block)
            {
                map.Append('<').Append(code.ToString(digits == 4 ? "X4" : "X2", CultureInfo.InvariantCulture)).Append("> <").Append(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))).Append(">\n");
            }

            map.Append("endbfchar\n");
        }

        return Encoding.ASCII.GetBytes(map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString());
    }
}
