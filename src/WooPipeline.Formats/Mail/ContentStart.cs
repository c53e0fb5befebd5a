namespace WooPipeline.Formats.Mail;

/// <summary>Tells a text format by its first word.</summary>
internal static class ContentStart
{
    /// <summary>True where the bytes begin with a word, whatever its case, after a byte order mark and white space.</summary>
    public static bool Is(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> word)
    {
        bytes = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        bytes = bytes.TrimStart(" \t\r\n"u8);
        return bytes.Length >= word.Length && System.Text.Ascii.EqualsIgnoreCase(bytes[..word.Length], word);
    }
}
