using System.Text;

namespace WooPipeline.Publication.Verification;

/// <summary>Reads a ToUnicode CMap (ISO 32000-2 §9.10.3).</summary>
internal static class PdfToUnicode
{
    /// <summary>Fills the map; gives the length of codes in bytes, or null where the CMap doesn't say.</summary>
    public static int? Read(byte[] cmap, Dictionary<int, string> map)
    {
        int? length = null;
        var operands = new List<object?>();
        var tokens = new PdfTokens(cmap, 0, cmap.Length);
        while (tokens.Next(references: false) is { } token)
        {
            if (token is not PdfWord word)
            {
                operands.Add(token);
                continue;
            }

            switch (word.Value)
            {
                case "endcodespacerange":
                    length = operands.OfType<byte[]>().Select(b => (int?)b.Length).Max() ?? length;
                    break;
                case "endbfchar":
                    Chars(operands, map);
                    break;
                case "endbfrange":
                    Ranges(operands, map);
                    break;
                default:
                    break;
            }

            operands.Clear();
        }

        return length is > 0 and <= 4 ? length : null;
    }

    private static void Chars(List<object?> operands, Dictionary<int, string> map)
    {
        for (var i = 0; i + 1 < operands.Count; i += 2)
        {
            if (operands[i] is byte[] code && operands[i + 1] is byte[] text)
            {
                map[Value(code)] = Encoding.BigEndianUnicode.GetString(text);
            }
        }
    }

    private static void Ranges(List<object?> operands, Dictionary<int, string> map)
    {
        for (var i = 0; i + 2 < operands.Count; i += 3)
        {
            if (operands[i] is not byte[] from || operands[i + 1] is not byte[] to)
            {
                continue;
            }

            var (first, last) = (Value(from), Math.Min(Value(to), Value(from) + 65535));
            for (var code = first; code <= last; code++)
            {
                if (operands[i + 2] is List<object?> list && code - first < list.Count && list[code - first] is byte[] each)
                {
                    map[code] = Encoding.BigEndianUnicode.GetString(each);
                }
                else if (operands[i + 2] is byte[] { Length: > 0 } start)
                {
                    var text = Encoding.BigEndianUnicode.GetString(start);
                    map[code] = text.Length == 0 ? "" : text[..^1] + (char)(text[^1] + code - first);
                }
            }
        }
    }

    private static int Value(byte[] code) => code.Aggregate(0, (sum, b) => (sum << 8) | b);
}
