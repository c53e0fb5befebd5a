using System.Globalization;
using System.Text;

namespace WooPipeline.Formats.Rtf;

/// <summary>Cuts RTF into its pieces; any bytes are RTF, nothing throws on content.</summary>
internal sealed class RtfTokens(ReadOnlyMemory<byte> rtf)
{
    private const int MaxWord = 64;
    private int at;

    /// <summary>The next piece.</summary>
    public RtfToken Next()
    {
        var span = rtf.Span;
        while (at < span.Length && span[at] is (byte)'\r' or (byte)'\n' or 0)
        {
            at++;
        }

        if (at >= span.Length)
        {
            return new RtfToken(RtfTokenKind.End);
        }

        var b = span[at++];
        return b switch
        {
            (byte)'{' => new RtfToken(RtfTokenKind.Open),
            (byte)'}' => new RtfToken(RtfTokenKind.Close),
            (byte)'\\' when at < span.Length => Control(span),
            _ => new RtfToken(RtfTokenKind.Byte, Value: b),
        };
    }

    /// <summary>The bytes of a <c>\bin</c>.</summary>
    public ReadOnlyMemory<byte> Take(int count)
    {
        var taken = rtf.Slice(at, Math.Clamp(count, 0, rtf.Length - at));
        at += taken.Length;
        return taken;
    }

    private RtfToken Control(ReadOnlySpan<byte> span)
    {
        var c = span[at];
        if (!char.IsAsciiLetter((char)c))
        {
            at++;
            if (c == '\'' && at + 2 <= span.Length && char.IsAsciiHexDigit((char)span[at]) && char.IsAsciiHexDigit((char)span[at + 1]))
            {
                var value = (byte)((Hex(span[at]) << 4) | Hex(span[at + 1]));
                at += 2;
                return new RtfToken(RtfTokenKind.Byte, Value: value);
            }

            return new RtfToken(RtfTokenKind.Symbol, Value: c);
        }

        var start = at;
        while (at < span.Length && char.IsAsciiLetter((char)span[at]) && at - start < MaxWord)
        {
            at++;
        }

        var word = Encoding.ASCII.GetString(span[start..at]);
        var digits = at;
        at += at < span.Length && span[at] == '-' ? 1 : 0;
        while (at < span.Length && char.IsAsciiDigit((char)span[at]) && at - digits < 12)
        {
            at++;
        }

        int? number = int.TryParse(Encoding.ASCII.GetString(span[digits..at]), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : null;
        at += at < span.Length && span[at] == ' ' ? 1 : 0;
        return new RtfToken(RtfTokenKind.Word, word, number);
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
