using System.Globalization;
using System.Text;
using WooPipeline.Pdf.Fonts;

namespace WooPipeline.Pdf.Redaction;

/// <summary>
/// Cuts a Type 1 font down to some glyphs: the outlines of the others are taken from its encrypted part, and the clear part
/// is written anew without the names and notices of the font.
/// </summary>
internal static class Type1Pruner
{
    private const ushort FileKey = 55665;
    private const ushort OutlineKey = 4330;

    /// <returns>The font with the lengths of its first two parts, or null where its form isn't the common one.</returns>
    public static (byte[] Data, int Clear, int Encrypted)? Build(ReadOnlyMemory<byte> file, IReadOnlySet<string> names, string?[]? encoding)
    {
        var data = Unsegmented(file.Span);
        var eexec = data.AsSpan().IndexOf("eexec"u8);
        if (eexec < 0)
        {
            return null;
        }

        var start = eexec + 5;
        while (start < data.Length && data[start] is (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t')
        {
            start++;
        }

        var encrypted = Binary(data.AsSpan(start));
        var plain = Crypt(encrypted, FileKey, isDecryption: true);
        if (plain.Length < 8 || Parse(plain) is not { } font)
        {
            return null;
        }

        var kept = WithParts(font, names);
        var clear = Clear(data.AsSpan(0, eexec), kept, encoding);
        var body = Crypt([0, 0, 0, 0, .. Body(plain, font, kept)], FileKey, isDecryption: false);
        var tail = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(new string('0', 64) + "\n", 8)) + "cleartomark\n");
        return ([.. clear, .. body, .. tail], clear.Length, body.Length);
    }

    /// <summary>The file without the segment headers of the PFB form.</summary>
    private static byte[] Unsegmented(ReadOnlySpan<byte> data)
    {
        if (data.Length < 6 || data[0] != 0x80)
        {
            return data.ToArray();
        }

        using var output = new MemoryStream();
        for (var at = 0; at + 6 <= data.Length && data[at] == 0x80 && data[at + 1] != 3;)
        {
            var length = data[at + 2] | (data[at + 3] << 8) | (data[at + 4] << 16) | (data[at + 5] << 24);
            output.Write(data.Slice(at + 6, Math.Clamp(length, 0, data.Length - at - 6)));
            at += 6 + Math.Max(length, 0);
        }

        return output.ToArray();
    }

    private static byte[] Binary(ReadOnlySpan<byte> data)
    {
        foreach (var b in data[..Math.Min(4, data.Length)])
        {
            if (!char.IsAsciiHexDigit((char)b))
            {
                return data.ToArray();
            }
        }

        var digits = new List<byte>(data.Length);
        foreach (var b in data)
        {
            if (char.IsAsciiHexDigit((char)b))
            {
                digits.Add(b);
            }
        }

        return Convert.FromHexString(Encoding.ASCII.GetString([.. digits.Take(digits.Count & ~1)]));
    }

    private static byte[] Crypt(ReadOnlySpan<byte> data, ushort key, bool isDecryption)
    {
        var output = new byte[data.Length];
        for (var i = 0; i < data.Length; i++)
        {
            output[i] = (byte)(data[i] ^ (key >> 8));
            var cipher = isDecryption ? data[i] : output[i];
            key = unchecked((ushort)(((cipher + key) * 52845) + 22719));
        }

        return output;
    }

    private static Parsed? Parse(byte[] plain)
    {
        var span = plain.AsSpan();
        var place = span.IndexOf("/CharStrings"u8);
        if (place < 0)
        {
            return null;
        }

        var lenIv = 4;
        if (span.IndexOf("/lenIV"u8) is >= 0 and var iv)
        {
            _ = int.TryParse(Encoding.ASCII.GetString(span.Slice(iv + 6, Math.Min(4, span.Length - iv - 6))).Trim().Split(' ')[0], CultureInfo.InvariantCulture, out lenIv);
        }

        var first = span[place..].IndexOf("begin"u8);
        if (first < 0)
        {
            return null;
        }

        var outlines = new Dictionary<string, (int Start, int Length)>(StringComparer.Ordinal);
        var at = place + first + 5;
        while (at < span.Length)
        {
            var slash = span[at..].IndexOf((byte)'/');
            var end = span[at..].IndexOf("end"u8);
            if (slash < 0 || (end >= 0 && end < slash))
            {
                break;
            }

            var head = Encoding.Latin1.GetString(span.Slice(at + slash + 1, Math.Min(120, span.Length - at - slash - 1))).Split(' ', 4);
            if (head.Length < 4 || !int.TryParse(head[1], CultureInfo.InvariantCulture, out var length) || length < 0)
            {
                return null;
            }

            var start = at + slash + 1 + head[0].Length + 1 + head[1].Length + 1 + head[2].Length + 1;
            if (start + length > span.Length)
            {
                return null;
            }

            outlines.TryAdd(head[0], (start, length));
            at = start + length;
        }

        return outlines.Count == 0 ? null : new Parsed(plain, place, outlines, lenIv);
    }

    /// <summary>The glyphs asked for, the missing glyph, and the parts of accented letters (<c>seac</c>).</summary>
    private static SortedSet<string> WithParts(Parsed font, IReadOnlySet<string> names)
    {
        var kept = new SortedSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>(names.Where(font.Outlines.ContainsKey).Append(".notdef"));
        while (pending.TryPop(out var name))
        {
            if (!kept.Add(name) || !font.Outlines.TryGetValue(name, out var place))
            {
                continue;
            }

            foreach (var part in Parts(Crypt(font.Plain.AsSpan(place.Start, place.Length), OutlineKey, isDecryption: true).AsSpan(Math.Clamp(font.LenIv, 0, place.Length))))
            {
                pending.Push(part);
            }
        }

        return kept;
    }

    private static List<string> Parts(ReadOnlySpan<byte> code)
    {
        var numbers = new List<int>();
        for (var i = 0; i < code.Length; i++)
        {
            var b = code[i];
            if (b >= 32)
            {
                numbers.Add(b <= 246 ? b - 139 : b <= 250 ? ((b - 247) * 256) + Next(code, ref i) + 108 : b <= 254 ? (-(b - 251) * 256) - Next(code, ref i) - 108 : (Next(code, ref i) << 24) | (Next(code, ref i) << 16) | (Next(code, ref i) << 8) | Next(code, ref i));
            }
            else if (b == 12 && i + 1 < code.Length && code[i + 1] == 6 && numbers.Count >= 2)
            {
                return [.. numbers[^2..].Where(n => n is >= 0 and < 256).Select(n => FontData.Encoding("standard")[n]).OfType<string>()];
            }
            else
            {
                i += b == 12 ? 1 : 0;
                numbers.Clear();
            }
        }

        return [];
    }

    private static int Next(ReadOnlySpan<byte> code, ref int i) => ++i < code.Length ? code[i] : 0;

    private static byte[] Body(byte[] plain, Parsed font, SortedSet<string> kept)
    {
        using var output = new MemoryStream();
        output.Write(plain.AsSpan(4, font.Place - 4));
        var stored = kept.Where(font.Outlines.ContainsKey).ToList();
        output.Write(Encoding.ASCII.GetBytes($"/CharStrings {stored.Count} dict dup begin\n"));
        var names = Operators(plain, font);
        foreach (var name in stored)
        {
            var (start, length) = font.Outlines[name];
            output.Write(Encoding.Latin1.GetBytes($"/{name} {length} {names.Read} "));
            output.Write(plain.AsSpan(start, length));
            output.Write(Encoding.Latin1.GetBytes($" {names.Define}\n"));
        }

        output.Write("end\nend\nreadonly put\nnoaccess put\ndup/FontName get exch definefont pop\nmark currentfile closefile\n"u8);
        return output.ToArray();
    }

    /// <summary>What the font calls the operators that read and define an outline: <c>RD</c> and <c>ND</c>, or <c>-|</c> and <c>|-</c>.</summary>
    private static (string Read, string Define) Operators(byte[] plain, Parsed font) =>
        plain.AsSpan(0, font.Place).IndexOf("/-|"u8) >= 0 ? ("-|", "|-") : ("RD", "ND");

    private static byte[] Clear(ReadOnlySpan<byte> old, SortedSet<string> kept, string?[]? encoding)
    {
        var text = Encoding.Latin1.GetString(old);
        var matrix = Between(text, "/FontMatrix", ']') ?? "[0.001 0 0 0.001 0 0]";
        var box = Between(text, "/FontBBox", text.Contains("/FontBBox{", StringComparison.Ordinal) || text.Contains("/FontBBox {", StringComparison.Ordinal) ? '}' : ']') ?? "{0 0 0 0}";
        var clear = new StringBuilder("%!PS-AdobeFont-1.0: Font\n11 dict begin\n/FontInfo 1 dict dup begin\n/isFixedPitch false def\nend readonly def\n/FontName /Font def\n/PaintType 0 def\n/FontType 1 def\n");
        clear.Append("/FontMatrix ").Append(matrix).Append(" readonly def\n");
        if (encoding is null)
        {
            clear.Append("/Encoding StandardEncoding def\n");
        }
        else
        {
            clear.Append("/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\n");
            for (var code = 0; code < 256; code++)
            {
                if (encoding[code] is { } name && kept.Contains(name))
                {
                    clear.Append(CultureInfo.InvariantCulture, $"dup {code} /{name} put\n");
                }
            }

            clear.Append("readonly def\n");
        }

        return Encoding.Latin1.GetBytes(clear.Append("/FontBBox ").Append(box).Append(" readonly def\ncurrentdict end\ncurrentfile eexec\n").ToString());
    }

    /// <summary>The value of a key up to its closing bracket, if it holds only numbers.</summary>
    private static string? Between(string text, string key, char close)
    {
        var start = text.IndexOf(key, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.IndexOf(close, start);
        if (end < 0)
        {
            return null;
        }

        var value = text[(start + key.Length)..(end + 1)].Trim();
        return value.All(c => char.IsAsciiDigit(c) || c is '[' or ']' or '{' or '}' or ' ' or '.' or '-' or '+' or 'e' or 'E' or '\r' or '\n') ? value : null;
    }

    private sealed record Parsed(byte[] Plain, int Place, Dictionary<string, (int Start, int Length)> Outlines, int LenIv);
}
