using System.Buffers.Binary;

namespace WooPipeline.Publication.Verification;

/// <summary>Counts the drawings of letters that a font program holds, for the check only; null where it can't be read.</summary>
internal static class FontOutlines
{
    private const int MaxParts = 64;
    private const int CharStrings = 17;

    /// <summary>Most drawings that so many letters account for: accents, parts and second tables are drawn besides.</summary>
    /// <param name="Drawn">Drawings with something in them, the first (what stands for an unknown letter) and parts of others aside.</param>
    /// <param name="Ways">In how many ways a letter may be looked up.</param>
    /// <param name="Parts">Drawings that others may be put together from.</param>
    internal readonly record struct Outlines(int Drawn, int Ways, int Parts)
    {
        public bool Exceeds(int letters) => Drawn > (letters * Ways) + Parts + 1;
    }

    public static Outlines? Of(ReadOnlySpan<byte> program)
    {
        try
        {
            if (program.Length > 4 && program[0] == 1 && program[1] == 0 && program[2] >= 4)
            {
                return Compact(program);
            }

            if (Table(program, "CFF "u8) is { Length: > 4 } compact)
            {
                return Compact(compact);
            }

            return TrueType(program);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null; // cut off: other programs can't draw it either
        }
        catch (IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static Outlines? TrueType(ReadOnlySpan<byte> program)
    {
        var head = Table(program, "head"u8);
        var maxp = Table(program, "maxp"u8);
        var loca = Table(program, "loca"u8);
        var glyf = Table(program, "glyf"u8);
        if (head.Length < 54 || maxp.Length < 6 || loca.IsEmpty)
        {
            return null;
        }

        var isLong = BinaryPrimitives.ReadInt16BigEndian(head[50..]) != 0;
        var count = Math.Min(BinaryPrimitives.ReadUInt16BigEndian(maxp[4..]), (loca.Length / (isLong ? 4 : 2)) - 1);
        var parts = new HashSet<int>();
        var drawn = new List<int>();
        for (var glyph = 0; glyph < count; glyph++)
        {
            var start = isLong ? BinaryPrimitives.ReadUInt32BigEndian(loca[(4 * glyph)..]) : 2u * BinaryPrimitives.ReadUInt16BigEndian(loca[(2 * glyph)..]);
            var end = isLong ? BinaryPrimitives.ReadUInt32BigEndian(loca[((4 * glyph) + 4)..]) : 2u * BinaryPrimitives.ReadUInt16BigEndian(loca[((2 * glyph) + 2)..]);
            if (start >= end || end > glyf.Length)
            {
                continue;
            }

            drawn.Add(glyph);
            var outline = glyf[(int)start..(int)end];
            if (outline.Length > 14 && BinaryPrimitives.ReadInt16BigEndian(outline) < 0)
            {
                AddParts(outline, parts);
            }
        }

        var cmap = Table(program, "cmap"u8);
        var ways = cmap.Length >= 4 ? BinaryPrimitives.ReadUInt16BigEndian(cmap[2..]) : 0;
        return new Outlines(drawn.Count(g => g != 0 && !parts.Contains(g)), Math.Max(1, (int)ways), 0);
    }

    private static void AddParts(ReadOnlySpan<byte> outline, HashSet<int> parts)
    {
        var at = 10;
        for (var i = 0; i < MaxParts && at + 4 <= outline.Length; i++)
        {
            var flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            parts.Add(BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]));
            at += 4 + ((flags & 1) != 0 ? 4 : 2) + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
            if ((flags & 0x20) == 0)
            {
                return;
            }
        }
    }

    /// <summary>The Compact Font Format (Adobe technical note 5176): an index of drawings, found by the first dictionary.</summary>
    private static Outlines? Compact(ReadOnlySpan<byte> font)
    {
        var names = new Index(font, font[2]);
        var dictionaries = new Index(font, names.End);
        if (dictionaries.Count == 0 || Operand(dictionaries[0], CharStrings) is not { } place || place <= 0 || place >= font.Length)
        {
            return null;
        }

        var drawings = new Index(font, place);
        var (drawn, accented) = (0, 0);
        for (var glyph = 1; glyph < drawings.Count; glyph++)
        {
            drawn += drawings[glyph].Length > 2 ? 1 : 0;
            accented += IsAccented(drawings[glyph]) ? 1 : 0;
        }

        return new Outlines(drawn, 1, 2 * accented);
    }

    /// <summary>True for a drawing that is nothing but a letter and an accent of the same font: at least four numbers and the end.</summary>
    private static bool IsAccented(ReadOnlySpan<byte> drawing)
    {
        var (at, numbers) = (0, 0);
        while (at < drawing.Length && (drawing[at] >= 32 || drawing[at] == 28))
        {
            at += drawing[at] switch { 28 => 3, < 247 => 1, < 255 => 2, _ => 5 };
            numbers++;
        }

        return numbers >= 4 && at < drawing.Length && drawing[at] == 14;
    }

    private static int? Operand(ReadOnlySpan<byte> dictionary, int key)
    {
        var last = 0;
        for (var at = 0; at < dictionary.Length;)
        {
            var b = dictionary[at];
            if (b <= 21)
            {
                if (b == key)
                {
                    return last;
                }

                at += b == 12 ? 2 : 1;
                continue;
            }

            if (b == 30)
            {
                for (at++; at < dictionary.Length && (dictionary[at] & 15) != 15 && dictionary[at] >> 4 != 15; at++)
                {
                    // a real number, to its last half byte
                }

                at++;
                continue;
            }

            last = b switch
            {
                28 => BinaryPrimitives.ReadInt16BigEndian(dictionary[(at + 1)..]),
                29 => BinaryPrimitives.ReadInt32BigEndian(dictionary[(at + 1)..]),
                < 247 => b - 139,
                < 251 => ((b - 247) * 256) + dictionary[at + 1] + 108,
                _ => (-(b - 251) * 256) - dictionary[at + 1] - 108,
            };
            at += b switch { 28 => 3, 29 => 5, < 247 => 1, _ => 2 };
        }

        return null;
    }

    private static ReadOnlySpan<byte> Table(ReadOnlySpan<byte> program, ReadOnlySpan<byte> tag)
    {
        if (program.Length < 12)
        {
            return default;
        }

        var count = BinaryPrimitives.ReadUInt16BigEndian(program[4..]);
        for (var i = 0; i < count && 12 + (16 * i) + 16 <= program.Length; i++)
        {
            var entry = program.Slice(12 + (16 * i), 16);
            if (entry[..4].SequenceEqual(tag))
            {
                var offset = BinaryPrimitives.ReadUInt32BigEndian(entry[8..]);
                var length = BinaryPrimitives.ReadUInt32BigEndian(entry[12..]);
                return offset <= program.Length ? program.Slice((int)offset, (int)Math.Min(length, program.Length - offset)) : default;
            }
        }

        return default;
    }

    /// <summary>An index: a count, the size of an offset, offsets, bytes.</summary>
    private readonly ref struct Index
    {
        private readonly ReadOnlySpan<byte> font;
        private readonly int offsets;
        private readonly int size;

        public Index(ReadOnlySpan<byte> font, int at)
        {
            this.font = font;
            Count = BinaryPrimitives.ReadUInt16BigEndian(font[at..]);
            size = Count == 0 ? 1 : font[at + 2];
            offsets = at + 3;
            End = Count == 0 ? at + 2 : Start(Count);
        }

        public int Count { get; }

        public int End { get; }

        public ReadOnlySpan<byte> this[int i] => font[Start(i)..Start(i + 1)];

        private int Start(int i)
        {
            var value = 0;
            for (var k = 0; k < size; k++)
            {
                value = (value << 8) | font[offsets + (i * size) + k];
            }

            return offsets + ((Count + 1) * size) - 1 + value;
        }
    }
}
