using System.Text;

namespace WooPipeline.Formats.Mail;

/// <summary>ISO-2022-CN (RFC 1922): escape sequences name GB 2312 or CNS 11643, SO and SI switch; decodes only.</summary>
internal sealed class Iso2022CnEncoding : DecodeOnlyEncoding
{
    private const byte Escape = 0x1B;
    private const byte ShiftOut = 0x0E;
    private const byte ShiftIn = 0x0F;

    protected override string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        var set = MailCharsets.CodePage(936);
        var shifted = false;
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b == Escape && i + 3 < bytes.Length && bytes[i + 1] == '$')
            {
                // ESC $ ) A is GB 2312, ESC $ ) G and ESC $ * H the planes of CNS 11643.
                set = MailCharsets.CodePage(bytes[i + 3] is (byte)'G' or (byte)'H' ? 20000 : 936);
                i += 3;
            }
            else if (b is ShiftOut or ShiftIn)
            {
                shifted = b == ShiftOut;
            }
            else if (shifted && b is > 0x20 and < 0x7F && i + 1 < bytes.Length && set is not null)
            {
                text.Append(set.GetString([(byte)(b | 0x80), (byte)(bytes[++i] | 0x80)]));
            }
            else
            {
                shifted = shifted && b != '\n';
                text.Append((char)b);
            }
        }

        return text.ToString();
    }
}
