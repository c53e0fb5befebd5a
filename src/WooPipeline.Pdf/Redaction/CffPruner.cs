using System.Buffers.Binary;
using System.Text;
using WooPipeline.Pdf.Fonts;

namespace WooPipeline.Pdf.Redaction;

/// <summary>
/// Cuts a CFF font down to some glyphs without renumbering them: outlines, names and CIDs of the others are gone, and so are
/// subroutines that only they ran, and all strings of the font.
/// </summary>
internal static class CffPruner
{
    private static readonly byte[] EndCharacter = [14];
    private static readonly byte[] Return = [11];

    public static byte[]? Build(CffFont font, HashSet<int> glyphs)
    {
        var used = Usage.Of(font, glyphs);
        var count = Math.Min(font.CharStrings.Count, used.Glyphs.Max + 1);
        var strings = new List<string>();
        var charset = Charset(font, used, count, strings);
        var charStrings = Index(Enumerable.Range(0, count).Select(g => used.Glyphs.Contains(g) ? font.CharStrings[g] : EndCharacter));
        var global = Index(Subrs(font.GlobalSubrs, used.Global));
        var privates = font.Fonts.Select((f, i) => Private(f.Private, f.Subrs, used.Local[i])).ToList();
        var body = new CffBody(font, charset, charStrings, privates, count);
        return body.Assemble(Index([Encoding.ASCII.GetBytes("Font")]), global, strings);
    }

    /// <summary>An INDEX.</summary>
    internal static byte[] Index(IEnumerable<ReadOnlyMemory<byte>> items)
    {
        var list = items.ToList();
        if (list.Count == 0)
        {
            return [0, 0];
        }

        var total = list.Sum(i => i.Length) + 1;
        var size = total < 0x100 ? 1 : total < 0x10000 ? 2 : total < 0x1000000 ? 3 : 4;
        using var output = new MemoryStream();
        output.Write([(byte)(list.Count >> 8), (byte)list.Count, (byte)size]);
        var offset = 1;
        Span<byte> four = stackalloc byte[4];
        foreach (var length in list.Select(i => i.Length).Prepend(0))
        {
            offset += length;
            BinaryPrimitives.WriteInt32BigEndian(four, offset);
            output.Write(four[(4 - size)..]);
        }

        foreach (var item in list)
        {
            output.Write(item.Span);
        }

        return output.ToArray();
    }

    internal static byte[] Index(IEnumerable<byte[]> items) => Index(items.Select(i => (ReadOnlyMemory<byte>)i));

    private static IEnumerable<ReadOnlyMemory<byte>> Subrs(CffIndex subrs, HashSet<int> used) =>
        Enumerable.Range(0, subrs.Count).Select(i => used.Contains(i) ? subrs[i] : Return);

    /// <summary>Format 0: one id a glyph; glyphs that are gone have that of the missing glyph.</summary>
    private static byte[] Charset(CffFont font, Usage used, int count, List<string> strings)
    {
        var table = new byte[1 + (2 * Math.Max(0, count - 1))];
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var glyph = 1; glyph < count; glyph++)
        {
            if (!used.Glyphs.Contains(glyph))
            {
                continue;
            }

            int id = font.Charset[glyph];
            if (!font.IsCid && id >= CffFont.StandardCount)
            {
                var name = font.NameOf(glyph) ?? "";
                if (!numbers.TryGetValue(name, out var number))
                {
                    numbers[name] = number = CffFont.StandardCount + strings.Count;
                    strings.Add(name);
                }

                id = number;
            }

            BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(1 + (2 * (glyph - 1))), (ushort)id);
        }

        return table;
    }

    /// <summary>A private dictionary with its subroutines right behind it.</summary>
    private static (byte[] Dict, byte[] Subrs) Private(CffDict dict, CffIndex subrs, HashSet<int> used)
    {
        var writer = new CffDictWriter();
        foreach (var key in dict.Operators.Where(k => k != 19))
        {
            writer.Raw(key, dict.Raw(key));
        }

        if (subrs.Count == 0)
        {
            return (writer.ToArray(), []);
        }

        var length = writer.Length + 6;
        writer.Offset(19, length);
        return (writer.ToArray(), Index(Subrs(subrs, used)));
    }

    /// <summary>What the kept glyphs need.</summary>
    private sealed class Usage
    {
        public SortedSet<int> Glyphs { get; } = [0];

        public HashSet<int> Global { get; } = [];

        public List<HashSet<int>> Local { get; } = [];

        public static Usage Of(CffFont font, IEnumerable<int> glyphs)
        {
            var usage = new Usage();
            usage.Local.AddRange(font.Fonts.Select(_ => new HashSet<int>()));
            var pending = new Stack<int>(glyphs.Where(g => g >= 0 && g < font.CharStrings.Count).Append(0));
            var seen = new HashSet<int>();
            while (pending.TryPop(out var glyph))
            {
                if (!seen.Add(glyph))
                {
                    continue;
                }

                usage.Glyphs.Add(glyph);
                var index = Math.Clamp(font.FontOfGlyph[glyph], 0, font.Fonts.Count - 1);
                var outline = new CffOutline(font.GlobalSubrs, font.Fonts[index].Subrs);
                outline.Bounds(font.CharStrings[glyph]);
                usage.Global.UnionWith(outline.GlobalUsed);
                usage.Local[index].UnionWith(outline.LocalUsed);
                if (outline.Accent is { } parts)
                {
                    foreach (var code in (int[])[parts.Base, parts.Accent])
                    {
                        if (code is >= 0 and < 256 && FontData.Encoding("standard")[code] is { } name && font.GlyphOfName(name) is >= 0 and var part)
                        {
                            pending.Push(part);
                        }
                    }
                }
            }

            return usage;
        }
    }
}
