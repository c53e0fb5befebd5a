using System.Buffers;
using System.Text;

namespace WooPipeline.Formats.Mail;

/// <summary>Decodes the bytes of an HTML part: the header's charset, else the one the page declares, else by the bytes.</summary>
internal static class HtmlCharset
{
    private const int Searched = 2048;
    private static readonly SearchValues<char> NameEnds = SearchValues.Create("\"' ;/>");

    public static string Decode(ReadOnlySpan<byte> bytes, string? declared, MimeContext context)
    {
        if (MailCharsets.Find(declared) is null)
        {
            declared = Declared(bytes) ?? declared;
        }

        var text = TextDecoder.Decode(bytes, declared, out var deviation);
        if (deviation is not null)
        {
            context.Deviate(deviation);
        }

        return text;
    }

    /// <summary>The charset that the page itself declares; null where none.</summary>
    public static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Searched)]);
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var name = head.AsSpan(at + 8).TrimStart("\"' ");
        var end = name.IndexOfAny(NameEnds);
        return end > 0 ? name[..end].ToString() : null;
    }
}
