using System.Text;
using System.Xml.Linq;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Tests.Mail;

/// <summary>Compares a parsed message with the structure that mime4j wrote down: raw fields, bodies, preambles, epilogues.</summary>
internal sealed class Mime4jExpectation(MimeContext context)
{
    private readonly List<string> differences = [];

    public IReadOnlyList<string> Differences => differences;

    public void Compare(XElement message, MimeEntity entity)
    {
        foreach (var child in message.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "header":
                    CompareHeader(child, entity);
                    break;
                case "body":
                    Same("body", entity.Place, Lines(child.Value), Lines(Raw(entity.IsMultipart && entity.Parts.Length == 0 ? entity.Preamble : entity.Body)));
                    break;
                case "multipart":
                    CompareParts(child, entity);
                    break;
                case "message":
                    Compare(child, MimeParser.Parse(entity.Decode(context), context));
                    break;
                default:
                    break;
            }
        }
    }

    private void CompareHeader(XElement header, MimeEntity entity)
    {
        var expected = header.Elements("field").Select(f => Blanks(f.Value)).ToList();
        var actual = entity.Header.Fields.Where(f => f.Name.Length > 0).Select(f => Blanks(f.Name + ": " + Raw(f.Raw))).ToList();
        Same("fields", entity.Place, string.Join('\n', expected), string.Join('\n', actual));
    }

    private void CompareParts(XElement multipart, MimeEntity entity)
    {
        var parts = multipart.Elements("body-part").ToList();
        Same("number of parts", entity.Place, parts.Count, entity.Parts.Length);
        Same("preamble", entity.Place, Lines(multipart.Element("preamble")?.Value ?? ""), Lines(Raw(entity.Preamble)));
        Same("epilogue", entity.Place, Lines(multipart.Element("epilogue")?.Value ?? ""), Lines(Raw(entity.Epilogue)));
        for (var i = 0; i < Math.Min(parts.Count, entity.Parts.Length); i++)
        {
            Compare(parts[i], entity.Parts[i]);
        }
    }

    private static string Raw(ReadOnlyMemory<byte> bytes) => Encoding.Latin1.GetString(bytes.Span);

    private static string Blanks(string text) => string.Join("", text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string Lines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd())).Trim();

    private void Same<T>(string what, string place, T expected, T actual)
    {
        if (!Equals(expected, actual))
        {
            differences.Add($"{what} [{place}]: expected {Short(expected)} got {Short(actual)}");
        }
    }

    private static string Short(object? value) => value?.ToString() is { } s ? (s.Length > 400 ? s[..400] + "…" : s) : "null";
}
