using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Tests.Mail;

/// <summary>Compares a parsed message with the tree that another parser wrote down: headers, addresses, dates, parts, decoded text.</summary>
internal sealed class StalwartExpectation(MimeContext context)
{
    private readonly List<string> differences = [];

    public IReadOnlyList<string> Differences => differences;

    public void Compare(JsonElement message, MimeEntity root) => ComparePart(message, 0, root);

    private void ComparePart(JsonElement message, int index, MimeEntity entity)
    {
        var part = message.GetProperty("parts")[index];
        CompareHeaders(part.GetProperty("headers"), entity);
        var body = part.GetProperty("body").EnumerateObject().First();
        switch (body.Name)
        {
            case "Multipart":
                var children = body.Value.EnumerateArray().Select(e => e.GetInt32()).ToList();
                Same("number of parts", entity.Place, children.Count, entity.Parts.Length);
                for (var i = 0; i < Math.Min(children.Count, entity.Parts.Length); i++)
                {
                    ComparePart(message, children[i], entity.Parts[i]);
                }

                break;
            case "Message":
                Compare(body.Value, MimeParser.Parse(entity.Decode(context), context));
                break;
            case "Text" or "Html" when entity.Coding.Contains("uu", StringComparison.Ordinal):
                break; // the other parser leaves uuencode as it is
            case "Text" or "Html":
                Same("text", entity.Place, Lines(body.Value.GetString()!), Lines(entity.IsMultipart ? Encoding.UTF8.GetString(entity.Preamble.Span) : entity.DecodeText(context)));
                break;
            case var _ when entity.Coding.Contains("uu", StringComparison.Ordinal):
                break;
            default:
                var expected = Convert.ToHexString([.. body.Value.EnumerateArray().Select(e => (byte)e.GetInt32())]);
                Same("bytes", entity.Place, expected.TrimEnd(), Convert.ToHexString(entity.Decode(context).Span));
                break;
        }
    }

    private void CompareHeaders(JsonElement headers, MimeEntity entity)
    {
        var expected = headers.EnumerateArray().ToList();
        var actual = entity.Header.Fields.Where(f => f.Name.Length > 0).ToList();
        Same("header names", entity.Place, string.Join(',', expected.Select(Name)), string.Join(',', actual.Select(f => f.Name.ToLowerInvariant())));
        foreach (var (json, field) in expected.Zip(actual))
        {
            CompareValue(json.GetProperty("value"), field, entity);
        }
    }

    private void CompareValue(JsonElement value, MimeHeader field, MimeEntity entity)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return; // "Empty": the other parser made nothing of it
        }

        var kind = value.EnumerateObject().First();
        switch (kind.Name)
        {
            case "Text":
                var text = field.Name.EndsWith("-ID", StringComparison.OrdinalIgnoreCase) || field.Is("In-Reply-To") || field.Is("Return-Path")
                    ? field.Unfolded.Trim('<', '>', ' ') : field.Text;
                Same(field.Name, entity.Place, Blanks(kind.Value.GetString()!), Blanks(text));
                break;
            case "TextList":
                Same(field.Name, entity.Place, string.Join(' ', kind.Value.EnumerateArray().Select(e => e.GetString())),
                    string.Join(' ', MessageIds.All(field.Unfolded).Select(id => id.Trim('<', '>'))));
                break;
            case "Address":
                Same(field.Name, entity.Place, Addresses(kind.Value), string.Join("; ", AddressParser.Parse(field.Unfolded).Select(a => $"{a.Group}:{Blanks(a.Name)}<{a.Address}>")));
                break;
            case "DateTime":
                Same(field.Name, entity.Place, Date(kind.Value), MailDate.Parse(field.Unfolded)?.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));
                break;
            case "ContentType":
                Same(field.Name, entity.Place, ContentType(kind.Value), ContentType(HeaderValue.Parse(field.Unfolded)));
                break;
            default:
                break;
        }
    }

    private static string Name(JsonElement header)
    {
        var name = header.GetProperty("name");
        return (name.ValueKind == JsonValueKind.String ? name.GetString()!.Replace('_', '-') : name.EnumerateObject().First().Value.GetString()!).ToLowerInvariant();
    }

    private static string Addresses(JsonElement value)
    {
        var kind = value.EnumerateObject().First();
        return kind.Name == "List"
            ? string.Join("; ", kind.Value.EnumerateArray().Select(a => Address(null, a)))
            : string.Join("; ", kind.Value.EnumerateArray().SelectMany(g => g.GetProperty("addresses").EnumerateArray().Select(a => Address(g.GetProperty("name").GetString(), a))));
    }

    private static string Address(string? group, JsonElement a) =>
        $"{group}:{Blanks(a.GetProperty("name").GetString() ?? "")}<{a.GetProperty("address").GetString()}>";

    private static string Date(JsonElement d)
    {
        int Part(string name) => d.GetProperty(name).GetInt32();
        return $"{Part("year"):0000}-{Part("month"):00}-{Part("day"):00}T{Part("hour"):00}:{Part("minute"):00}:{Part("second"):00}{(d.GetProperty("tz_before_gmt").GetBoolean() ? '-' : '+')}{Part("tz_hour"):00}:{Part("tz_minute"):00}";
    }

    private static string ContentType(JsonElement value)
    {
        var type = value.GetProperty("c_type").GetString();
        var sub = value.GetProperty("c_subtype").GetString();
        var attributes = value.GetProperty("attributes");
        var list = attributes.ValueKind == JsonValueKind.Array
            ? attributes.EnumerateArray().Select(a => $"{a.GetProperty("name").GetString()!.ToLowerInvariant()}={Blanks(a.GetProperty("value").GetString()!)}") : [];
        return $"{type?.ToLowerInvariant()}{(sub is null ? "" : "/" + sub.ToLowerInvariant())} {string.Join(' ', list.Order(StringComparer.Ordinal))}".Trim();
    }

    private static string ContentType(HeaderValue value) =>
        $"{value.Value} {string.Join(' ', value.Parameters.Select(p => $"{p.Key}={Blanks(p.Value)}").Order(StringComparer.Ordinal))}".Trim();

    private static string Blanks(string text) => string.Join(' ', text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static string Lines(string text) => text.ReplaceLineEndings("\n").Trim();

    private void Same<T>(string what, string place, T expected, T actual)
    {
        if (!Equals(expected, actual) && !(expected is string text && actual is string read && Undecoded(text).IsMatch(read)))
        {
            differences.Add($"{what} [{place}]: expected {Short(expected)} got {Short(actual)}");
        }
    }

    // U+FFFD is what the other parser writes for bytes that it did not decode: ours may say anything there.
    private static Regex Undecoded(string text) =>
        text.Contains('\uFFFD', StringComparison.Ordinal) ? new Regex("^" + Regex.Escape(text).Replace("\uFFFD", ".{1,2}", StringComparison.Ordinal) + "$", RegexOptions.Singleline) : new Regex("(?!)");

    private static string Short(object? value) => value?.ToString() is { } s ? (s.Length > 300 ? s[..300] + "…" : s) : "null";
}
