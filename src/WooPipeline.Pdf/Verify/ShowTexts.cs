using System.Globalization;
using System.Text;

namespace WooPipeline.Pdf.Verify;

/// <summary>The text that a content stream shows, all its strings joined: as bytes, and through each map of the file.</summary>
internal static class ShowTexts
{
    /// <summary>A kern at least this large (thousandths of an em) is a gap between words.</summary>
    private const double WordGap = 180;

    public static bool LooksLikeContent(ReadOnlySpan<byte> data) =>
        data.IndexOf("Tj"u8) >= 0 || data.IndexOf("TJ"u8) >= 0 || data.IndexOf(") '"u8) >= 0 || data.IndexOf("\""u8) >= 0;

    public static IEnumerable<string> Of(ReadOnlyMemory<byte> data, FontMaps maps)
    {
        var pieces = Pieces(data.Span);
        yield return Join(pieces, Encoding.Latin1.GetString);
        foreach (var map in maps.All)
        {
            yield return Join(pieces, bytes => Decode(bytes, map));
        }
    }

    private static string Join(List<(byte[]? Bytes, bool IsGap)> pieces, Func<byte[], string> decode)
    {
        var text = new StringBuilder();
        foreach (var (bytes, isGap) in pieces)
        {
            text.Append(isGap ? " " : decode(bytes!));
        }

        return text.ToString();
    }

    private static string Decode(byte[] bytes, FontMap map)
    {
        var text = new StringBuilder();
        for (var i = 0; i + map.Width <= bytes.Length; i += map.Width)
        {
            var code = 0;
            for (var b = 0; b < map.Width; b++)
            {
                code = (code << 8) | bytes[i + b];
            }

            text.Append(map.Texts.TryGetValue(code, out var said) ? said : "\u0001");
        }

        return text.ToString();
    }

    /// <summary>Strings in order, with gaps where the text moves on or a kern is wide.</summary>
    private static List<(byte[]? Bytes, bool IsGap)> Pieces(ReadOnlySpan<byte> data)
    {
        var pieces = new List<(byte[]?, bool)>();
        var inArray = false;
        for (var i = 0; i < data.Length; i++)
        {
            var b = data[i];
            if (b == '(')
            {
                pieces.Add((StringViews.Literal(data, ref i), false));
            }
            else if (b == '<' && i + 1 < data.Length && data[i + 1] != '<')
            {
                pieces.Add((StringViews.Hex(data, ref i), false));
            }
            else if (b is (byte)'[' or (byte)']')
            {
                inArray = b == '[';
            }
            else if (b == '%')
            {
                while (i + 1 < data.Length && data[i + 1] is not ((byte)'\n' or (byte)'\r'))
                {
                    i++;
                }
            }
            else if (IsWordByte(b))
            {
                Word(pieces, data, ref i, inArray);
            }
        }

        return pieces;
    }

    private static void Word(List<(byte[]?, bool)> pieces, ReadOnlySpan<byte> data, ref int i, bool inArray)
    {
        var start = i;
        while (i + 1 < data.Length && IsWordByte(data[i + 1]))
        {
            i++;
        }

        var word = data[start..(i + 1)];
        var isNumber = word[0] is (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9');
        if (inArray && isNumber)
        {
            if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var kern) && Math.Abs(kern) > WordGap)
            {
                pieces.Add((null, true));
            }
        }
        else if (word is [(byte)'T', (byte)'d' or (byte)'D' or (byte)'m' or (byte)'*'] or [(byte)'E', (byte)'T'] or [(byte)'\''] or [(byte)'"'])
        {
            pieces.Add((null, true));
        }
    }

    private static bool IsWordByte(byte b) => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'.' or (byte)'*' or (byte)'\'' or (byte)'"';
}
