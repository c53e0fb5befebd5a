using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>
/// Reads the sentences above questions and answers as they are printed: <c>Vragen van de leden A en B (beiden X) aan de Minister van M over S
/// (ingezonden 3 juni 2021)</c>, <c>Antwoord van Minister N (M), mede namens de Staatssecretaris van K (ontvangen 21 juni 2021)</c> and
/// <c>Mededeling van Minister N (M) (ontvangen …)</c>.
/// </summary>
internal static partial class QuestionHeader
{
    /// <summary>The set with what the sentence above the questions says.</summary>
    public static QuestionSet WithQuestionSentence(QuestionSet set, string sentence)
    {
        var match = Asked().Match(sentence);
        return !match.Success ? set : set with
        {
            Submitters = Members(match.Groups["members"].Value),
            Addressees = Offices(match.Groups["offices"].Value),
            Subject = match.Groups["subject"].Value.Trim(),
            SubmittedOn = set.SubmittedOn ?? DateIn(match.Groups["rest"].Value),
        };
    }

    /// <summary>The set with what the sentence above the answers says.</summary>
    public static QuestionSet WithAnswerSentence(QuestionSet set, string sentence)
    {
        var match = Answered().Match(sentence);
        if (!match.Success)
        {
            return set;
        }

        var received = DateIn(sentence);
        if (match.Groups["kind"].Value.StartsWith("mededeling", StringComparison.OrdinalIgnoreCase))
        {
            return received is { } sent ? set with { Extensions = set.Extensions.Add(new Extension(sent, [], null, set.AppendixNumber)) } : set;
        }

        var behalf = Behalf().Match(sentence);
        return set with
        {
            Signatory = match.Groups["office"].Value.Trim(),
            OnBehalfOf = behalf.Success ? Offices(behalf.Groups[1].Value) : [],
            AnsweredOn = set.AnsweredOn ?? received,
        };
    }

    /// <summary>True for a sentence of either kind.</summary>
    public static bool IsSentence(string text) => Asked().IsMatch(text) || Answered().IsMatch(text);

    private static ImmutableArray<Member> Members(string text)
    {
        var shared = Shared().Match(text);
        var party = shared.Success ? shared.Groups[1].Value : "";
        var names = shared.Success ? text[..shared.Index] : text;
        return
        [
            .. Split(names).Select(part => Named().Match(part)).Where(m => m.Success && m.Groups[1].Value.Length > 0)
                .Select(m => new Member(m.Groups[1].Value.Trim(), m.Groups[2].Success ? m.Groups[2].Value : party)),
        ];
    }

    // "de Ministers van A, van B en van C en de Minister-President": a part without an office has that of the one before it.
    private static ImmutableArray<string> Offices(string text)
    {
        var offices = ImmutableArray.CreateBuilder<string>();
        var office = "";
        foreach (var part in OfficeBreak().Split(text).Select(p => p.Trim(' ', ',')).Where(p => p.Length > 0))
        {
            var words = Leading().Replace(part, "");
            var named = OfficeWord().Match(words);
            office = named.Success ? Singular(named.Value) : office;
            var whole = named.Success ? office + words[named.Length..] : $"{office} {words}".Trim();
            offices.Add(whole);
        }

        return offices.ToImmutable();
    }

    private static string Singular(string office) => office.EndsWith("ministers", StringComparison.OrdinalIgnoreCase) || office.EndsWith("secretarissen", StringComparison.OrdinalIgnoreCase)
        ? office.EndsWith("sen", StringComparison.OrdinalIgnoreCase) ? office[..^3] : office[..^1]
        : office;

    private static IEnumerable<string> Split(string names) => NameBreak().Split(names).Select(n => n.Trim()).Where(n => n.Length > 0);

    private static DateOnly? DateIn(string text) => Date().Match(text) is { Success: true } match
        ? DutchText.ReadDate(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value)
        : null;

    [GeneratedRegex(@"^\s*(?:\S+\s+)?Vragen van (?:het lid|de leden|het Kamerlid|de Kamerleden)\s+(?<members>.+?)\s+aan\s+(?<offices>.+?)\s+over\s+(?<subject>.+?)\s*(?<rest>\((?:ingezonden|gesteld)[^)]*\).*)?\.?\s*$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    [GeneratedRegex(@"^\s*(?<kind>Antwoord|Mededeling|Nader antwoord)\s+van\s+(?<office>.+?)(?:,?\s*mede namens.*|\s*\(ontvangen.*|\s*$)", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Answered();

    [GeneratedRegex(@"mede namens\s+(.+?)(?:\s*\(ontvangen|$)", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Behalf();

    [GeneratedRegex(@"\((?:beiden|allen)\s+([^)]+)\)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shared();

    [GeneratedRegex(@"^(.*?)\s*(?:\(([^)]+)\))?$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@",|\s+en\s+", RegexOptions.CultureInvariant)]
    private static partial Regex NameBreak();

    [GeneratedRegex(@"(?:,|\s+en)\s+(?=(?:aan\s+)?(?:de\s+|van\s|voor\s|minister|staatssecretaris))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfficeBreak();

    [GeneratedRegex(@"^(?:en\s+)?(?:aan\s+)?(?:de\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Leading();

    [GeneratedRegex(@"^(?:minister-president|ministers|minister|staatssecretarissen|staatssecretaris)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfficeWord();

    [GeneratedRegex(@"(\d{1,2})\s+([a-zA-Z]+)\s+(\d{4})", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
