using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using WooPipeline.Documents;

namespace WooPipeline.Privacy.Tests;

/// <summary>A document of a gold dossier, laid out as a reader of its format would lay it out, without needing that reader.</summary>
internal static partial class GoldView
{
    public static IEnumerable<PrivacyDocument> Load(string dossier)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(dossier, "gold"), "*.json").Order(StringComparer.Ordinal))
        {
            yield return Read(file);
        }
    }

    public static PrivacyDocument Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var source = json.RootElement.GetProperty("source").GetString()!;
        var text = string.Concat(json.RootElement.GetProperty("segments").EnumerateArray().Select(s => s[1].GetString()));
        var view = Path.GetExtension(source) switch
        {
            ".eml" => Mail(text),
            ".html" => Html(text),
            ".csv" => Csv(text),
            _ => TextView.OfText(text),
        };
        var kind = Path.GetExtension(source) switch
        {
            ".eml" => DocumentKind.Email,
            ".html" => DocumentKind.Html,
            ".csv" => DocumentKind.Spreadsheet,
            ".pdf" => DocumentKind.Pdf,
            ".txt" when Chat().IsMatch(text) => DocumentKind.Chat,
            _ => DocumentKind.Text,
        };
        return new PrivacyDocument(Path.GetFileNameWithoutExtension(source), view, Date(text), null, kind);
    }

    /// <summary>What a reader of the public document gets.</summary>
    public static string Redact(PrivacyDocument document, IEnumerable<Decision> decisions)
    {
        var text = document.View.Text;
        var result = new StringBuilder(text.Length);
        var position = 0;
        foreach (var redaction in Redaction.From(decisions))
        {
            result.Append(text, position, redaction.Span.Start - position).Append('█');
            position = redaction.Span.End;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }

    private static TextView Mail(string text)
    {
        var body = text.IndexOf("\n\n", StringComparison.Ordinal);
        var zones = new List<Zone>();
        foreach (Match match in Header().Matches(text[..Math.Max(0, body)]))
        {
            var value = match.Groups["value"];
            zones.Add(new Zone(ZoneKind.HeaderField, TextSpan.At(value.Index, value.Length), match.Groups["name"].Value));
        }

        return TextView.OfText(text, zones);
    }

    private static TextView Html(string text)
    {
        var plain = Tag().Replace(text, m => Block().IsMatch(m.Value) ? "\n" : m.Value is "</td>" or "</th>" ? "\t" : "");
        return TextView.OfText(WebUtility.HtmlDecode(plain));
    }

    private static TextView Csv(string text)
    {
        var builder = new StringBuilder();
        var zones = new List<Zone>();
        string[]? header = null;
        foreach (var line in text.Split('\n'))
        {
            var cells = Cells(line);
            for (var i = 0; i < cells.Count; i++)
            {
                builder.Append(i > 0 ? "\t" : "");
                var start = builder.Length;
                builder.Append(cells[i]);
                zones.Add(new Zone(ZoneKind.TableCell, TextSpan.At(start, cells[i].Length), header is not null && i < header.Length ? header[i] : null));
            }

            header ??= [.. cells];
            builder.Append('\n');
        }

        return TextView.OfText(builder.ToString(), zones);
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"' && (quoted || cell.Length == 0))
            {
                quoted = !quoted;
            }
            else if (c == ';' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }

    private static DateOnly? Date(string text)
    {
        var match = AnyDate().Match(text);
        return match.Success && DateOnly.TryParse(match.Value, System.Globalization.CultureInfo.GetCultureInfo("nl-NL"), out var day) ? day
            : match.Success && DateOnly.TryParse(match.Value, System.Globalization.CultureInfo.InvariantCulture, out day) ? day : null;
    }

    [GeneratedRegex(@"^(?<name>[A-Za-z-]+): ?(?<value>.*(?:\n[ \t].*)*)", RegexOptions.Multiline)]
    private static partial Regex Header();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("^</?(p|div|br|h[1-6]|li|ul|ol|tr|table|hr|blockquote|head|body|html|title|caption)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\[?\d{1,2}[-/]\d{1,2}[-/]\d{2,4},? \d{1,2}:\d{2}", RegexOptions.Multiline)]
    private static partial Regex Chat();

    [GeneratedRegex(@"\d{1,2} (?:[A-Za-z]{3,9}) 20\d\d|\d{1,2}-\d{1,2}-20\d\d")]
    private static partial Regex AnyDate();
}
