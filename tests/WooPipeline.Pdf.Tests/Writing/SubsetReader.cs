using WooPipeline.Pdf.TrueType;

namespace WooPipeline.Pdf.Tests.Writing;

/// <summary>Reads the tables of an embedded subset, and checks that they fit each other.</summary>
internal sealed class SubsetReader
{
    private readonly Dictionary<string, FontTable> tables = new(StringComparer.Ordinal);

    private SubsetReader(ReadOnlyMemory<byte> data)
    {
        var file = new FontTable(data);
        for (var t = 0; t < file.U16(4); t++)
        {
            var record = 12 + (16 * t);
            var tag = System.Text.Encoding.ASCII.GetString(data.Span.Slice(record, 4));
            tables.Add(tag, new FontTable(file.Slice(file.U32(record + 8), file.U32(record + 12))));
        }
    }

    public IEnumerable<string> Tags => tables.Keys;

    /// <summary>Number of glyphs.</summary>
    public int Count => tables["maxp"].U16(4);

    public static SubsetReader Read(ReadOnlyMemory<byte> data) => new(data);

    /// <summary>Advance in thousandths of the em.</summary>
    public double WidthOf(int glyph) => 1000.0 * tables["hmtx"].U16(4 * glyph) / tables["head"].U16(18);

    /// <summary>The glyph of a character by the one subtable of format 4 that the cmap of a simple font holds; 0 where none.</summary>
    public int GlyphOf(int character)
    {
        var map = tables["cmap"];
        Assert.Equal((1, 3, 1, 4), (map.U16(2), map.U16(4), map.U16(6), map.U16((int)map.U32(8))));
        var at = (int)map.U32(8);
        var segments = map.U16(at + 6) / 2;
        for (var s = 0; s < segments; s++)
        {
            var (end, start) = (map.U16(at + 14 + (2 * s)), map.U16(at + 16 + (2 * segments) + (2 * s)));
            if (character >= start && character <= end)
            {
                return (character + map.U16(at + 16 + (4 * segments) + (2 * s))) & 0xFFFF;
            }
        }

        return 0;
    }

    /// <summary>The outline of a glyph.</summary>
    public ReadOnlyMemory<byte> Outline(int glyph) =>
        tables["glyf"].Slice(tables["loca"].U32(4 * glyph), (long)tables["loca"].U32((4 * glyph) + 4) - tables["loca"].U32(4 * glyph));
}
