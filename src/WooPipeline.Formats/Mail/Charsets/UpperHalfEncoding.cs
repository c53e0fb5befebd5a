using System.Text;

namespace WooPipeline.Formats.Mail;

/// <summary>A one-byte encoding whose bytes from A0 differ from Latin 1 (ISO-8859-10, -14, -16); decodes only.</summary>
/// <param name="upper">The 96 characters from A0.</param>
internal sealed class UpperHalfEncoding(string upper) : DecodeOnlyEncoding
{
    protected override string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var b in bytes)
        {
            text.Append(b < 0xA0 ? (char)b : upper[b - 0xA0]);
        }

        return text.ToString();
    }
}
