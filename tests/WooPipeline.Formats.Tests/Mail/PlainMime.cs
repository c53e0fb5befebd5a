using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace WooPipeline.Formats.Tests.Mail;

/// <summary>A second, small reading of well-formed mail, which shares no code with the reader under test.</summary>
internal static partial class PlainMime
{
    /// <summary>Words of the header, folds and encoded words left as they are.</summary>
    public static string Header(string mail) => mail[..Math.Max(0, mail.IndexOf("\n\n", StringComparison.Ordinal))];

    /// <summary>The decoded text of each text part, HTML as its text.</summary>
    public static List<(string Type, string Text)> TextParts(string mail)
    {
        var cut = mail.IndexOf("\n\n", StringComparison.Ordinal);
        var header = Folds().Replace(mail[..cut], " ");
        var body = mail[(cut + 2)..];
        var type = Field(header, "Content-Type");
        var boundary = Regex.Match(type, "boundary=\"?([^\";]+)\"?");
        if (boundary.Success)
        {
            return
            [
                .. body.Split("--" + boundary.Groups[1].Value).Skip(1).Where(p => !p.StartsWith("--", StringComparison.Ordinal))
                    .SelectMany(p => TextParts(p.TrimStart('\n'))),
            ];
        }

        var text = Field(header, "Content-Transfer-Encoding").ToLowerInvariant() switch
        {
            "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\n", "", StringComparison.Ordinal))),
            "quoted-printable" => QuotedPrintable(body),
            _ => body,
        };
        return [type.StartsWith("text/html", StringComparison.Ordinal) ? ("html", WebUtility.HtmlDecode(Tags().Replace(text, " "))) : ("plain", text)];
    }

    private static string QuotedPrintable(string body)
    {
        var bytes = new List<byte>();
        body = body.Replace("=\n", "", StringComparison.Ordinal);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] == '=')
            {
                bytes.Add(Convert.ToByte(body.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(body, i, 1));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static string Field(string header, string name) =>
        Regex.Match(header, $"^{name}:(.*)$", RegexOptions.Multiline | RegexOptions.IgnoreCase).Groups[1].Value.Trim();

    [GeneratedRegex("\n[ \t]+")]
    private static partial Regex Folds();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
