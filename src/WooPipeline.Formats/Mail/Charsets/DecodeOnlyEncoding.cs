using System.Text;

namespace WooPipeline.Formats.Mail;

/// <summary>An encoding that mail is read in and nothing is written in.</summary>
internal abstract class DecodeOnlyEncoding : Encoding
{
    public override int GetByteCount(char[] chars, int index, int count) => throw new NotSupportedException("This encoding is for reading.");

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex) =>
        throw new NotSupportedException("This encoding is for reading.");

    public override int GetCharCount(byte[] bytes, int index, int count) => Decode(bytes.AsSpan(index, count)).Length;

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        var text = Decode(bytes.AsSpan(byteIndex, byteCount));
        text.CopyTo(0, chars, charIndex, text.Length);
        return text.Length;
    }

    public override int GetMaxByteCount(int charCount) => throw new NotSupportedException("This encoding is for reading.");

    public override int GetMaxCharCount(int byteCount) => byteCount + 1;

    /// <summary>The text of bytes; never throws.</summary>
    protected abstract string Decode(ReadOnlySpan<byte> bytes);
}
