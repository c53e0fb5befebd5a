using System.IO.Compression;

namespace WooPipeline.Publication.Verification;

/// <summary>Undoes the filters of a stream (ISO 32000-2 §7.4) as far as they are ours to undo; images keep their own compression.</summary>
internal static class PdfFilters
{
    /// <summary>
    /// The decoded bytes and the first filter that was left, or null; nothing where the data is broken. Whole where every byte of the data
    /// is behind what was decoded.
    /// </summary>
    public static (byte[]? Bytes, string? Left, bool Whole) Decode(byte[] data, IReadOnlyList<string> filters, IReadOnlyList<Dictionary<string, object?>?> parameters)
    {
        if (filters is ["FlateDecode" or "Fl"])
        {
            try
            {
                var source = new MeasuredBytes(data);
                using var zlib = new ZLibStream(source, CompressionMode.Decompress);
                var inflated = Limited.ReadAll(zlib, out var whole);
                return (Predict(inflated, parameters.Count > 0 ? parameters[0] : null), null, whole && source.IsUsedUp);
            }
            catch (InvalidDataException)
            {
                // What is broken is tried again below, in the ways that mend it.
            }
        }

        var (bytes, left) = Each(data, filters, parameters);
        return (bytes, left, false);
    }

    private static (byte[]? Bytes, string? Left) Each(byte[] data, IReadOnlyList<string> filters, IReadOnlyList<Dictionary<string, object?>?> parameters)
    {
        for (var i = 0; i < filters.Count; i++)
        {
            try
            {
                switch (filters[i])
                {
                    case "FlateDecode" or "Fl":
                        data = Predict(Inflate(data), i < parameters.Count ? parameters[i] : null);
                        break;
                    case "ASCIIHexDecode" or "AHx":
                        data = HexDecode(data);
                        break;
                    case "ASCII85Decode" or "A85":
                        data = Ascii85(data);
                        break;
                    case "RunLengthDecode" or "RL":
                        data = RunLength(data);
                        break;
                    case "LZWDecode" or "LZW":
                        data = Predict(PdfLzw.Decode(data, EarlyChange(parameters, i)), i < parameters.Count ? parameters[i] : null);
                        break;
                    default:
                        return (data, filters[i]);
                }
            }
            catch (InvalidDataException)
            {
                return (null, filters[i]);
            }
        }

        return (data, null);
    }

    private static bool EarlyChange(IReadOnlyList<Dictionary<string, object?>?> parameters, int index) =>
        index >= parameters.Count || parameters[index]?.GetValueOrDefault("EarlyChange") is not 0.0;

    private static byte[] Inflate(byte[] data)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
            return Limited.ReadAll(zlib);
        }
        catch (InvalidDataException) when (data.Length > 2)
        {
            // A broken zlib head; the deflate data behind it may be whole.
            using var deflate = new DeflateStream(new MemoryStream(data, 2, data.Length - 2), CompressionMode.Decompress);
            return Limited.ReadAll(deflate);
        }
    }

    private static byte[] Predict(byte[] data, Dictionary<string, object?>? parameters)
    {
        int Value(string name, int otherwise) => parameters?.GetValueOrDefault(name) is double number ? (int)number : otherwise;
        var predictor = Value("Predictor", 1);
        if (predictor < 10)
        {
            return data;
        }

        var pixel = Math.Max(1, Value("Colors", 1) * Value("BitsPerComponent", 8) / 8);
        var row = ((Value("Columns", 1) * Value("Colors", 1) * Value("BitsPerComponent", 8)) + 7) / 8;
        if (row <= 0)
        {
            return data;
        }

        var result = new byte[data.Length / (row + 1) * row];
        for (var r = 0; (r + 1) * (row + 1) <= data.Length; r++)
        {
            for (var x = 0; x < row; x++)
            {
                var at = (r * row) + x;
                int left = x >= pixel ? result[at - pixel] : 0;
                int up = r > 0 ? result[at - row] : 0;
                int corner = x >= pixel && r > 0 ? result[at - row - pixel] : 0;
                var guess = data[r * (row + 1)] switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 };
                result[at] = (byte)(data[(r * (row + 1)) + 1 + x] + guess);
            }
        }

        return result;
    }

    private static int Paeth(int a, int b, int c)
    {
        var p = a + b - c;
        var (pa, pb, pc) = (Math.Abs(p - a), Math.Abs(p - b), Math.Abs(p - c));
        return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
    }

    private static byte[] HexDecode(byte[] data)
    {
        var digits = data.TakeWhile(b => b != '>').Select(b => (char)b).Where(char.IsAsciiHexDigit).ToArray();
        return Convert.FromHexString(digits.Length % 2 == 0 ? new string(digits) : new string(digits) + "0");
    }

    private static byte[] Ascii85(byte[] data)
    {
        var result = new List<byte>();
        var group = new List<uint>(5);
        foreach (var b in data)
        {
            if (b == '~')
            {
                break;
            }

            if (b == 'z' && group.Count == 0)
            {
                result.AddRange([0, 0, 0, 0]);
            }
            else if (b is >= (byte)'!' and <= (byte)'u')
            {
                group.Add((uint)(b - '!'));
                if (group.Count == 5)
                {
                    Flush(group, result);
                }
            }
        }

        if (group.Count > 1)
        {
            Flush(group, result);
        }

        return [.. result];
    }

    private static void Flush(List<uint> group, List<byte> result)
    {
        var count = group.Count;
        while (group.Count < 5)
        {
            group.Add(84);
        }

        var value = group.Aggregate(0u, (sum, digit) => unchecked((sum * 85) + digit));
        for (var i = 0; i < count - 1; i++)
        {
            result.Add((byte)(value >> (24 - (8 * i))));
        }

        group.Clear();
    }

    private static byte[] RunLength(byte[] data)
    {
        var result = new List<byte>();
        for (var i = 0; i < data.Length && data[i] != 128;)
        {
            int length = data[i++];
            if (length < 128)
            {
                result.AddRange(data.Skip(i).Take(length + 1));
                i += length + 1;
            }
            else if (i < data.Length)
            {
                result.AddRange(Enumerable.Repeat(data[i++], 257 - length));
            }
        }

        return [.. result];
    }
}
