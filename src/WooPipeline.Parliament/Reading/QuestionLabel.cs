using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace WooPipeline.Parliament;

/// <summary>What a line that begins a question or an answer says.</summary>
/// <param name="IsAnswer">True for an answer.</param>
/// <param name="Numbers">The questions; empty for a bare <c>Antwoord</c>.</param>
/// <param name="Label">The line as printed, without a closing colon.</param>
internal sealed partial record QuestionLabel(bool IsAnswer, ImmutableArray<int> Numbers, string Label)
{
    private const int MostNumbers = 500;

    /// <summary>
    /// Reads a line: <c>Vraag 1</c>, <c>Antwoord op vraag 3 en 8</c>, <c>Antwoord op vragen 7, 8, en 9</c>, <c>Antwoord vragen 1 en 2:</c>,
    /// <c>Antwoorden op vraag 4 t/m 6</c>, <c>Antwoord 1</c>, <c>Antwoord:</c>. Null for any other line.
    /// </summary>
    public static QuestionLabel? Read(string line)
    {
        var match = Form().Match(line);
        if (!match.Success)
        {
            return null;
        }

        return Of(match, line.Trim().TrimEnd(':', '.', ' '));
    }

    /// <summary>A label that shares its line with the text behind it (<c>Vraag 1: Kent u …</c>, <c>Antwoord: Ja.</c>), with its length; null for any other line.</summary>
    public static (QuestionLabel Label, int Length)? Begin(string line)
    {
        var match = Beginning().Match(line);
        return match.Success && Of(match, match.Value.Trim().TrimEnd(':', '.', '-', '–', ' ')) is { } label ? (label, match.Length) : null;
    }

    /// <summary>True where the label names a part of a question: <c>Vraag 3a</c>.</summary>
    public bool IsPart => Part().IsMatch(Label);

    private static QuestionLabel? Of(Match match, string label)
    {
        var answer = match.Groups["answer"].Success;
        var numbers = Numbered(match.Groups["numbers"].Value);
        return numbers.Length == 0 && !answer ? null : new QuestionLabel(answer, numbers, label);
    }

    /// <summary>What the anchor of a bare number says: <c>vraag-3</c>, <c>antwoord-3</c>; null for any other.</summary>
    public static QuestionLabel? OfAnchor(string? anchor) =>
        anchor?.Split('-') is [("vraag" or "antwoord") and var kind, var number] && Read($"{kind} {number}") is { } label
            ? label with { Label = char.ToUpperInvariant(label.Label[0]) + label.Label[1..] }
            : null;

    private static ImmutableArray<int> Numbered(string text)
    {
        var numbers = new SortedSet<int>();
        foreach (Match part in Range().Matches(Words().Replace(text, m => (Array.IndexOf(Cardinals, m.Value.ToLowerInvariant().Replace('é', 'e')) + 1).ToString(CultureInfo.InvariantCulture))))
        {
            var first = int.Parse(part.Groups[1].Value, CultureInfo.InvariantCulture);
            var last = part.Groups[2].Success ? int.Parse(part.Groups[2].Value, CultureInfo.InvariantCulture) : first;
            for (var number = first; number <= last && numbers.Count < MostNumbers; number++)
            {
                numbers.Add(number);
            }
        }

        return [.. numbers];
    }

    // Numbers up to ten are written in words by some.
    private static readonly string[] Cardinals = "een twee drie vier vijf zes zeven acht negen tien".Split(' ');

    private const string Kind = @"^\s*(?:(?<answer>(?:antwoord(?:en)?|beantwoording|reactie)(?:\s+op)?(?:\s+de)?(?:\s+(?:vraag|vragen|deelvragen))?|antwoord)|(?:vraag|vragen))(?:\s*(?:nummers?|nrs?)\.?(?=\s*\d))?";
    private const string Numbering = @"(?<numbers>(?:[\s,;&/]+|en\b|vraag\b|vragen\b|t/m|tot en met|[-–]|\d{1,3}[a-z]?\b|(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)\b)*?)";
    private const string Asker = @"(?:\s+van\s+(?:het lid|de leden)\s[^:?]{2,80}|\s*\([^)?]{1,60}\))?";
    private const string Marks = @"(?:\s*\[\d{1,3}\])*";

    [GeneratedRegex(Kind + Numbering + Asker + Marks + @"\s*[:.]?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    // A sentence may begin with "Antwoord" too; only a colon, or a number with a full stop or dash, makes a label of it.
    [GeneratedRegex("(?:" + Kind + Numbering + Asker + @"\s*:|" + KindNumbered + @"\s*(?:\.|\s[-–]))(?=\s|$)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    private const string KindNumbered = @"^\s*(?:(?<answer>antwoord(?:en)?(?:\s+op)?(?:\s+de)?(?:\s+(?:vraag|vragen))?)|(?:vraag|vragen))(?<numbers>\s*\d{1,3}[a-z]?(?:(?:\s*,\s*|\s+en\s+)\d{1,3}[a-z]?)*)";

    [GeneratedRegex(@"\b(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"\d[a-z]\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(@"(\d{1,3})(?:[a-z]?\s*(?:t/m|tot en met|[-–])\s*(\d{1,3}))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
