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

        var answer = match.Groups["answer"].Success;
        var numbers = Numbered(match.Groups["numbers"].Value);
        return numbers.Length == 0 && !answer ? null : new QuestionLabel(answer, numbers, line.Trim().TrimEnd(':', '.', ' '));
    }

    /// <summary>What the anchor of a bare number says: <c>vraag-3</c>, <c>antwoord-3</c>; null for any other.</summary>
    public static QuestionLabel? OfAnchor(string? anchor) =>
        anchor?.Split('-') is [("vraag" or "antwoord") and var kind, var number] && Read($"{kind} {number}") is { } label
            ? label with { Label = char.ToUpperInvariant(label.Label[0]) + label.Label[1..] }
            : null;

    private static ImmutableArray<int> Numbered(string text)
    {
        var numbers = new SortedSet<int>();
        foreach (Match part in Range().Matches(text))
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

    [GeneratedRegex(@"^\s*(?:(?<answer>antwoord(?:en)?)(?:\s+op)?(?:\s+de)?(?:\s+(?:vraag|vragen|deelvragen))?|(?:vraag|vragen))(?<numbers>(?:[\s,;&]+|en\b|t/m|tot en met|[-–]|\d{1,3})*?)\s*[:.]?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"(\d{1,3})(?:\s*(?:t/m|tot en met|[-–])\s*(\d{1,3}))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
