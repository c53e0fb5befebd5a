using System.Buffers.Binary;

namespace WooPipeline.Pdf.TrueType;

/// <summary>Writes a cmap with one subtable for Windows, Unicode BMP (OpenType, cmap format 4): what a non-symbolic TrueType font is looked up with (ISO 32000-1 §9.6.6.4).</summary>
internal static class CharacterMapWriter
{
    private const int HeadLength = 12;
    private const int FixedLength = 16;
    private const int SegmentLength = 8;
    private const ushort Last = 0xFFFF;

    /// <summary>The table.</summary>
    /// <param name="characters">Glyph numbers by character, below U+FFFF.</param>
    public static byte[] Write(SortedDictionary<int, int> characters)
    {
        var segments = Segments(characters);
        var table = new byte[HeadLength + FixedLength + (SegmentLength * segments.Count)];
        var at = 0;
        void Put(int value)
        {
            BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(at), unchecked((ushort)value));
            at += 2;
        }

        // Version, one subtable; platform 3, encoding 1, at twelve bytes from the start.
        foreach (var value in (int[])[0, 1, 3, 1, 0, HeadLength, 4, table.Length - HeadLength, 0])
        {
            Put(value);
        }

        var power = (int)Math.Log2(segments.Count);
        foreach (var value in (int[])[2 * segments.Count, 2 << power, power, (2 * segments.Count) - (2 << power)])
        {
            Put(value);
        }

        segments.ForEach(s => Put(s.End));
        Put(0);
        segments.ForEach(s => Put(s.Start));
        segments.ForEach(s => Put(s.Glyph - s.Start));
        segments.ForEach(_ => Put(0));
        return table;
    }

    /// <summary>Stretches of characters whose glyphs follow each other too, and the last one that every table must have.</summary>
    private static List<(int Start, int End, int Glyph)> Segments(SortedDictionary<int, int> characters)
    {
        var segments = new List<(int Start, int End, int Glyph)>();
        foreach (var (character, glyph) in characters)
        {
            if (segments.Count > 0 && segments[^1] is var last && last.End + 1 == character && last.Glyph + character - last.Start == glyph)
            {
                segments[^1] = last with { End = character };
            }
            else
            {
                segments.Add((character, character, glyph));
            }
        }

        segments.Add((Last, Last, 0));
        return segments;
    }
}
