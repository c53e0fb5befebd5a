using System.Collections.Frozen;
using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>
/// Tells of whom a name in a header or an address is, where that is sure: by the whole address that it stands in or before, or by the whole
/// name where one person has it. So that what is decided on a person holds for these too.
/// </summary>
internal sealed class PersonLinks
{
    private const int FarthestAddress = 4;
    private const int LongestAddress = 254;
    private readonly FrozenDictionary<string, string> byAddress;
    private readonly FrozenDictionary<string, string> byName;

    public PersonLinks(ImmutableArray<Person> persons)
    {
        byAddress = Unique(persons.SelectMany(p => p.Emails.Select(e => (Key: e, p.Id))));
        byName = Unique(persons.SelectMany(p => p.Names.Where(n => n.Surname.Length > 0 && n.Given.Length > 0).Select(n => (Key: PersonKeys.NameOf(n), p.Id))));
    }

    /// <summary>The findings, each with its person where that is sure.</summary>
    public ImmutableArray<Finding> Link(ImmutableArray<Finding> findings, TextView view)
    {
        if (byAddress.Count + byName.Count == 0)
        {
            return findings;
        }

        return [.. findings.Select(f => f.Evidence.PersonId is null && f.Label is Label.Name or Label.Email && PersonOf(f, view.Text) is { } person
            ? f with { Evidence = f.Evidence with { PersonId = person } } : f)];
    }

    private string? PersonOf(Finding finding, string text) =>
        AddressAt(text, finding) is { } address && byAddress.TryGetValue(address, out var owner) ? owner
            : finding.Label == Label.Name && byName.TryGetValue(Folding.Fold(text.AsSpan(finding.Span.Start, finding.Span.Length)), out var named) ? named : null;

    /// <summary>The address whose local part a finding is, or that stands in brackets behind a name; null where there is none.</summary>
    private static string? AddressAt(string text, Finding finding)
    {
        var start = finding.Span.Start;
        if (finding.Label == Label.Name)
        {
            start = finding.Span.End;
            while (start < text.Length && start - finding.Span.End < FarthestAddress && text[start] is ' ' or '"' or '\'' or '<' or '[' or '(')
            {
                start++;
            }

            if (start == finding.Span.End || text[start - 1] is not ('<' or '[' or '('))
            {
                return null;
            }
        }

        var end = start;
        while (end < text.Length && end - start < LongestAddress && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '_' or '-' or '+' or '@'))
        {
            end++;
        }

        var address = text[start..end].TrimEnd('.');
        return address.Contains('@', StringComparison.Ordinal) && end >= finding.Span.End ? address.ToLowerInvariant() : null;
    }

    private static FrozenDictionary<string, string> Unique(IEnumerable<(string Key, string Id)> pairs) =>
        pairs.Distinct().GroupBy(p => p.Key, StringComparer.Ordinal).Where(g => g.Count() == 1).ToFrozenDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal);
}
