using System.Text;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Archive;

/// <summary>Names in zips without the UTF-8 flag: UTF-8 where they are, else the DOS code page that Western Windows writes.</summary>
internal sealed class ZipNameEncoding : DecodeOnlyEncoding
{
    protected override string Decode(ReadOnlySpan<byte> bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes) ? UTF8.GetString(bytes) : (MailCharsets.CodePage(850) ?? Latin1).GetString(bytes);
}
