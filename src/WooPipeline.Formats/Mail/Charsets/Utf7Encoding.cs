using System.Text;

namespace WooPipeline.Formats.Mail;

/// <summary>UTF-7 (RFC 2152), which the runtime refuses and old mail holds; decodes only.</summary>
internal sealed class Utf7Encoding : DecodeOnlyEncoding
{
    protected override string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        var i = 0;
        while (i < bytes.Length)
        {
            var b = bytes[i++];
            if (b != '+')
            {
                text.Append((char)b);
                continue;
            }

            if (i < bytes.Length && bytes[i] == '-')
            {
                text.Append('+');
                i++;
                continue;
            }

            i = Shifted(bytes, i, text);
        }

        return text.ToString();
    }

    private static int Shifted(ReadOnlySpan<byte> bytes, int i, StringBuilder text)
    {
        var start = i;
        int bits = 0, held = 0;
        for (; i < bytes.Length; i++)
        {
            var value = Value(bytes[i]);
            if (value < 0)
            {
                break;
            }

            bits = ((bits << 6) | value) & 0xFFFFF;
            held += 6;
            if (held >= 16)
            {
                held -= 16;
                text.Append((char)((bits >> held) & 0xFFFF));
            }
        }

        if (i == start)
        {
            text.Append('+'); // a plus sign that begins nothing is itself
        }

        return i < bytes.Length && bytes[i] == '-' ? i + 1 : i;
    }

    private static int Value(byte b) => b switch
    {
        >= (byte)'A' and <= (byte)'Z' => b - 'A',
        >= (byte)'a' and <= (byte)'z' => b - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => b - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => -1,
    };
}
