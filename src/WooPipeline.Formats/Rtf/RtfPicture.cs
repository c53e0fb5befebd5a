using System.Text;

namespace WooPipeline.Formats.Rtf;

/// <summary>Gathers the bytes of a picture, which RTF gives as digits or as they are.</summary>
internal sealed class RtfPicture
{
    private readonly StringBuilder digits = new();
    private ReadOnlyMemory<byte> binary;

    public void Digit(byte b)
    {
        if (char.IsAsciiHexDigit((char)b))
        {
            digits.Append((char)b);
        }
    }

    public void Binary(ReadOnlyMemory<byte> bytes) => binary = bytes;

    /// <summary>The bytes gathered since the last; empty where there are none.</summary>
    public byte[] Take()
    {
        var bytes = binary.Length > 0 ? binary.ToArray() : Convert.FromHexString(digits.ToString(0, digits.Length & ~1));
        digits.Clear();
        binary = default;
        return bytes;
    }
}
