using System.Collections.Immutable;
using System.Text;

namespace WooPipeline.Formats.Mail;

/// <summary>A line of iCalendar or vCard (RFC 5545 §3.1, RFC 6350 §3.3): name, parameters, value.</summary>
/// <param name="Name">Name in upper case, without a group.</param>
/// <param name="Parameters">Parameters in order; names in upper case.</param>
/// <param name="Value">The value as written.</param>
internal sealed record ContentLine(string Name, ImmutableArray<(string Name, string Value)> Parameters, string Value)
{
    /// <summary>A parameter; null where absent.</summary>
    public string? this[string name] => Parameters.FirstOrDefault(p => p.Name == name).Value;

    /// <summary>The value as text: escapes undone, quoted-printable of vCard 2.1 decoded.</summary>
    public string Text
    {
        get
        {
            var isQuoted = Parameters.Any(p => p.Value.Equals("QUOTED-PRINTABLE", StringComparison.OrdinalIgnoreCase) || p.Name == "QUOTED-PRINTABLE");
            var value = isQuoted
                ? TextDecoder.Decode(TransferCoding.QuotedPrintable(Encoding.Latin1.GetBytes(Value)).Span, this["CHARSET"], out _) : Value;
            return Unescape(value);
        }
    }

    /// <summary>The lines of a text, folds undone.</summary>
    public static IEnumerable<ContentLine> Of(string text, ReadLimits? limits = null)
    {
        var open = new StringBuilder();
        var isQuoted = false;
        foreach (var line in text.Split('\n'))
        {
            limits?.Check();
            var bare = line.TrimEnd('\r');
            if (isQuoted && open[^1] == '=')
            {
                open.Length--;
                open.Append(bare);
                continue;
            }

            if (bare.Length > 0 && bare[0] is ' ' or '\t')
            {
                open.Append(bare.AsSpan(1));
                continue;
            }

            if (Parse(open.ToString()) is { } parsed)
            {
                yield return parsed;
            }

            open.Clear().Append(bare);
            isQuoted = bare.Contains("QUOTED-PRINTABLE", StringComparison.OrdinalIgnoreCase);
        }

        if (Parse(open.ToString()) is { } last)
        {
            yield return last;
        }
    }

    private static ContentLine? Parse(string line)
    {
        var colon = Outside(line, ':', 0);
        if (colon <= 0)
        {
            return null;
        }

        var pieces = new List<string>();
        for (var at = 0; at <= colon;)
        {
            var end = Outside(line[..colon], ';', at);
            end = end < 0 ? colon : end;
            pieces.Add(line[at..end]);
            at = end + 1;
        }

        var name = pieces[0][(pieces[0].LastIndexOf('.') + 1)..].Trim().ToUpperInvariant();
        var parameters = pieces.Skip(1).Select(p => p.Split('=', 2))
            .Select(p => (p[0].Trim().ToUpperInvariant(), p.Length > 1 ? p[1].Trim().Trim('"') : ""));
        return new ContentLine(name, [.. parameters], line[(colon + 1)..]);
    }

    private static int Outside(string line, char wanted, int from)
    {
        var quoted = false;
        for (var i = from; i < line.Length; i++)
        {
            quoted ^= line[i] == '"';
            if (!quoted && line[i] == wanted)
            {
                return i;
            }
        }

        return -1;
    }

    private static string Unescape(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal))
        {
            return value;
        }

        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] != '\\' || i + 1 == value.Length)
            {
                text.Append(value[i]);
                continue;
            }

            var next = value[++i];
            text.Append(next is 'n' or 'N' ? '\n' : next);
        }

        return text.ToString();
    }
}
