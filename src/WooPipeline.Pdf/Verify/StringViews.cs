using System.Text;

namespace WooPipeline.Pdf.Verify;

/// <summary>Strings of PDF syntax as text: escapes undone, hexadecimal undone, names unescaped; each as single bytes and as UTF-16.</summary>
internal static class StringViews
{
    private const int Longest = 1 << 16;
    private const int Trusted = 1 << 9;
    private static readonly System.Buffers.SearchValues<byte> Digits = System.Buffers.SearchValues.Create("0123456789ABCDEFabcdef \t\r\n\f\0"u8);

    public static IEnumerable<string> Of(ReadOnlySpan<byte> data)
    {
        var views = new List<string>();
        for (var i = 0; i < data.Length; i++)
        {
            // Brackets among other bytes open nothing; what they seem to hold is looked at, and then what stands in it for itself.
            var start = i;
            if (data[i] == '(')
            {
                Add(views, Literal(data[..Math.Min(data.Length, i + Longest)], ref i));
                i = i - start < Trusted ? i : start;
            }
            else if (data[i] == '<' && i + 1 < data.Length && data[i + 1] != '<')
            {
                Add(views, Hex(data, ref i));
                i = IsHex(data[(start + 1)..Math.Min(i, data.Length)]) ? i : start;
            }
            else if (data[i] == '/')
            {
                Name(views, data, ref i);
            }
        }

        return views;
    }

    private static bool IsHex(ReadOnlySpan<byte> digits) => digits.IndexOfAnyExcept(Digits) < 0;

    /// <summary>The bytes of a string in parentheses; leaves the place on its last byte.</summary>
    internal static byte[] Literal(ReadOnlySpan<byte> data, ref int i)
    {
        var bytes = new List<byte>();
        var depth = 1;
        for (i++; i < data.Length; i++)
        {
            var b = data[i];
            if (b == '\\' && i + 1 < data.Length)
            {
                Escape(bytes, data, ref i);
                continue;
            }

            depth += b == '(' ? 1 : b == ')' ? -1 : 0;
            if (depth == 0)
            {
                break;
            }

            bytes.Add(b);
        }

        return [.. bytes];
    }

    /// <summary>The bytes of a string in angle brackets; leaves the place on its last byte.</summary>
    internal static byte[] Hex(ReadOnlySpan<byte> data, ref int i)
    {
        var bytes = new List<byte>();
        var high = -1;
        var end = Math.Min(data.Length, i + Longest);
        for (i++; i < end && data[i] != '>'; i++)
        {
            var digit = Digit(data[i]);
            if (digit < 0)
            {
                continue;
            }

            if (high < 0)
            {
                high = digit;
            }
            else
            {
                bytes.Add((byte)((high * 16) + digit));
                high = -1;
            }
        }

        if (high >= 0)
        {
            bytes.Add((byte)(high * 16));
        }

        return [.. bytes];
    }

    private static void Escape(List<byte> bytes, ReadOnlySpan<byte> data, ref int i)
    {
        var b = data[++i];
        if (b is >= (byte)'0' and <= (byte)'7')
        {
            var value = 0;
            var count = 0;
            while (count < 3 && i < data.Length && data[i] is >= (byte)'0' and <= (byte)'7')
            {
                value = (value * 8) + data[i++] - '0';
                count++;
            }

            i--;
            bytes.Add((byte)value);
        }
        else if (b == '\r' || b == '\n')
        {
            i += b == '\r' && i + 1 < data.Length && data[i + 1] == '\n' ? 1 : 0;
        }
        else
        {
            bytes.Add(b switch { (byte)'n' => 10, (byte)'r' => 13, (byte)'t' => 9, _ => b });
        }
    }

    private static void Name(List<string> views, ReadOnlySpan<byte> data, ref int i)
    {
        var start = i + 1;
        var end = start;
        while (end < data.Length && (char.IsAsciiLetterOrDigit((char)data[end]) || data[end] is (byte)'#' or (byte)'-' or (byte)'_' or (byte)'.' or (byte)'+' or (byte)',' || data[end] > 127))
        {
            end++;
        }

        var name = data[start..end];
        if (name.Contains((byte)'#'))
        {
            var bytes = new List<byte>();
            for (var n = 0; n < name.Length; n++)
            {
                if (name[n] == '#' && n + 2 < name.Length && Digit(name[n + 1]) >= 0 && Digit(name[n + 2]) >= 0)
                {
                    bytes.Add((byte)((Digit(name[n + 1]) * 16) + Digit(name[n + 2])));
                    n += 2;
                }
                else
                {
                    bytes.Add(name[n]);
                }
            }

            views.Add(Encoding.Latin1.GetString([.. bytes]));
        }

        i = Math.Max(i, end - 1);
    }

    private static void Add(List<string> views, byte[] bytes)
    {
        if (bytes.Length < 2)
        {
            return;
        }

        views.Add(Encoding.Latin1.GetString(bytes));
        if (Array.Exists(bytes, b => b > 127))
        {
            views.Add(Encoding.UTF8.GetString(bytes));
        }

        if (Array.IndexOf(bytes, (byte)0) >= 0)
        {
            views.Add(Encoding.BigEndianUnicode.GetString(bytes).TrimStart('\uFEFF'));
            views.Add(Encoding.Unicode.GetString(bytes).TrimStart('\uFEFF'));
        }
    }

    private static int Digit(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        _ => -1,
    };
}
