using System.Buffers;

namespace WooPipeline.Publication.Verification;

/// <summary>What is done with the bytes behind a run; they are only lent.</summary>
/// <param name="name">The encoding, in Dutch.</param>
/// <param name="bytes">The decoded bytes.</param>
internal delegate void DecodedRun(string name, ReadOnlySpan<byte> bytes);

/// <summary>Finds runs of base64 (RFC 4648) and hex in a text and decodes them, wherever within the encoding they begin.</summary>
internal sealed class EncodedRuns
{
    /// <summary>Name of a run of pairs of hex digits.</summary>
    public const string Hex = "hex";

    private const string Base64 = "base64";
    private const int MinBase64 = 8;
    private const int MinContinuation = 4;
    private const int MinPairs = 6;
    private const int MinPlainHex = 24;
    private const byte None = 0xFF;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");
    private static readonly byte[] Sextets = [.. Enumerable.Range(0, 128).Select(c => Sextet((char)c))];

    private const int MinRun = 3;
    private const int LongestKnown = 40;
    private const int MostKnown = 50_000;

    /// <summary>Words behind which nothing stands that could be a name, whatever is sought: the words of a language come again and again.</summary>
    private readonly HashSet<string> empty = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> knownEmpty;
    private readonly List<(int Start, int End)> lines = [];
    private byte[] values = new byte[256];
    private byte[] decoded = new byte[256];

    public EncodedRuns() => knownEmpty = empty.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Every run of a text behind which a name may stand, decoded at each place where it may begin.</summary>
    public void Each(ReadOnlySpan<char> text, DecodedRun found)
    {
        EachBase64(text, found);
        EachHex(text, found);
    }

    private void EachBase64(ReadOnlySpan<char> text, DecodedRun found)
    {
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (start < text.Length && !IsBase64(text[start]))
            {
                start++;
            }

            at = End(text, start);
            if (at - start < MinBase64)
            {
                continue;
            }

            // Digits of hex alone, and many of them, are hex; base64 hardly ever comes out so.
            if (at - start >= MinPlainHex && !text[start..at].ContainsAnyExcept(HexDigits))
            {
                continue;
            }

            lines.Clear();
            lines.Add((start, at));
            at = Continue(text, at);
            if (lines.Count > 1)
            {
                Decode(text, 0, lines.Count, found);
            }

            for (var line = 0; line < lines.Count; line++)
            {
                Line(text, line, found);
            }
        }
    }

    private void Line(ReadOnlySpan<char> text, int line, DecodedRun found)
    {
        var word = text[lines[line].Start..lines[line].End];
        if (word.Length > LongestKnown)
        {
            Decode(text, line, line + 1, found);
        }
        else if (!knownEmpty.Contains(word) && !Decode(text, line, line + 1, found) && empty.Count < MostKnown)
        {
            knownEmpty.Add(word);
        }
    }

    /// <summary>Lines that go on where one ended, with or without padding and indent; gives where the run ends.</summary>
    private int Continue(ReadOnlySpan<char> text, int at)
    {
        while (true)
        {
            var next = at;
            for (var padding = 0; padding < 2 && next < text.Length && text[next] == '='; padding++)
            {
                next++;
            }

            next += next < text.Length && text[next] == '\r' ? 1 : 0;
            if (next >= text.Length || text[next] != '\n')
            {
                return at;
            }

            next++;
            while (next < text.Length && text[next] is ' ' or '\t')
            {
                next++;
            }

            var end = End(text, next);
            if (end - next < MinContinuation)
            {
                return at;
            }

            lines.Add((next, end));
            at = end;
        }
    }

    private static int End(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && IsBase64(text[start]))
        {
            start++;
        }

        return start;
    }

    /// <summary>Decodes a run at each of its places; true where a name may stand behind one.</summary>
    private bool Decode(ReadOnlySpan<char> text, int firstLine, int endLine, DecodedRun found)
    {
        var count = 0;
        for (var line = firstLine; line < endLine; line++)
        {
            var (start, end) = lines[line];
            Reserve(ref values, count + end - start);
            foreach (var c in text[start..end])
            {
                values[count++] = Sextets[c];
            }
        }

        Reserve(ref decoded, count);
        var any = false;
        for (var shift = 0; shift < 4 && count - shift >= MinBase64; shift++)
        {
            var bytes = decoded.AsSpan(0, Join(values.AsSpan(shift, count - shift), decoded));
            if (MayHoldName(bytes))
            {
                found(Base64, bytes);
                any = true;
            }
        }

        return any;
    }

    /// <summary>A common word counts from two letters, but only where the whole run is readable.</summary>
    private static bool MayHoldName(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= MinRun && (NameBytes.AreIn(bytes) || (bytes.Length < NameBytes.LongestShort && EncodedText.Printable(bytes) is not null));

    /// <summary>Joins sextets to bytes; what is left over at the end is dropped.</summary>
    private static int Join(ReadOnlySpan<byte> sextets, Span<byte> bytes)
    {
        var (length, i) = (0, 0);
        for (; i + 4 <= sextets.Length; i += 4)
        {
            var three = (sextets[i] << 18) | (sextets[i + 1] << 12) | (sextets[i + 2] << 6) | sextets[i + 3];
            bytes[length] = (byte)(three >> 16);
            bytes[length + 1] = (byte)(three >> 8);
            bytes[length + 2] = (byte)three;
            length += 3;
        }

        if (sextets.Length - i >= 2)
        {
            bytes[length++] = (byte)((sextets[i] << 2) | (sextets[i + 1] >> 4));
        }

        if (sextets.Length - i == 3)
        {
            bytes[length++] = (byte)((sextets[i + 1] << 4) | (sextets[i + 2] >> 2));
        }

        return length;
    }

    private void EachHex(ReadOnlySpan<char> text, DecodedRun found)
    {
        for (var at = 0; at + (2 * MinPairs) <= text.Length;)
        {
            if (!char.IsAsciiHexDigit(text[at]) || !char.IsAsciiHexDigit(text[at + 1]))
            {
                at++;
                continue;
            }

            var (count, end) = (0, at);
            while (end + 2 <= text.Length && char.IsAsciiHexDigit(text[end]) && char.IsAsciiHexDigit(text[end + 1]))
            {
                Reserve(ref values, count + 2);
                values[count++] = (byte)HexValue(text[end]);
                values[count++] = (byte)HexValue(text[end + 1]);
                end += 2;
                end += end < text.Length && char.IsWhiteSpace(text[end]) ? 1 : 0;
            }

            if (count < 2 * MinPairs)
            {
                at++;
                continue;
            }

            Reserve(ref decoded, count);
            for (var shift = 0; shift < 2; shift++)
            {
                var length = (count - shift) / 2;
                for (var i = 0; i < length; i++)
                {
                    decoded[i] = (byte)((values[shift + (2 * i)] << 4) | values[shift + (2 * i) + 1]);
                }

                if (MayHoldName(decoded.AsSpan(0, length)))
                {
                    found(Hex, decoded.AsSpan(0, length));
                }
            }

            at = end;
        }
    }

    /// <summary>Runs are short: a table beats a search that looks at many letters at once.</summary>
    private static bool IsBase64(char c) => c < Sextets.Length && Sextets[c] != None;

    private static int HexValue(char c) => char.IsAsciiDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10;

    private static byte Sextet(char c) => c switch
    {
        >= 'A' and <= 'Z' => (byte)(c - 'A'),
        >= 'a' and <= 'z' => (byte)(c - 'a' + 26),
        >= '0' and <= '9' => (byte)(c - '0' + 52),
        '+' or '-' => 62,
        '/' or '_' => 63,
        _ => None,
    };

    private static void Reserve(ref byte[] buffer, int count)
    {
        if (count > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(count, buffer.Length * 2));
        }
    }
}
