using System.Text;

namespace WooPipeline.Pdf.TrueType;

/// <summary>Names in a font's <c>name</c> table.</summary>
internal static class FontNames
{
    public const int Family = 1;
    public const int PostScript = 6;
    public const int TypographicFamily = 16;

    /// <summary>A name by its id; null where the font has none.</summary>
    public static string? Find(FontTable table, int id)
    {
        string? roman = null;
        for (var n = 0; n < table.U16(2); n++)
        {
            var record = 6 + (12 * n);
            if (table.U16(record + 6) != id)
            {
                continue;
            }

            var bytes = table.Slice(table.U16(4) + table.U16(record + 10), table.U16(record + 8)).Span;
            if (table.U16(record) is 3 or 0)
            {
                return Encoding.BigEndianUnicode.GetString(bytes);
            }

            roman ??= Encoding.Latin1.GetString(bytes);
        }

        return roman;
    }
}
