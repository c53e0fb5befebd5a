using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace WooPipeline.Parliament;

/// <summary>No public paper names an account or links to one message; pages with a platform's own rules may stand.</summary>
internal sealed partial class NoAccountsOfPersons : IRule
{
    private static readonly ImmutableArray<ImmutableArray<string>> Hosts = EmbeddedList.Rows("platformhosts.csv");

    public string Code => "R15-geen-accounts";

    public IEnumerable<Problem> Check(RuleContext context)
    {
        foreach (var paper in context.Inputs.Papers)
        {
            // An annex is only fit to be judged once it is anonymised.
            var text = context.Inputs.Published(paper.Name) is { } published ? RuleContext.TextOf(published) : context.OwnText(paper.Name);
            if (Address().Matches(text).Any(IsPersonal))
            {
                yield return this.Warning(context.Place(paper.Name), $"'{paper.Name}' heeft een link naar één bericht of account. Kort de link in tot het adres van het platform.");
            }

            if (Handle().IsMatch(text))
            {
                yield return this.Warning(context.Place(paper.Name), $"'{paper.Name}' noemt een account (@…). Omschrijf het bericht zonder de naam van het account.");
            }
        }
    }

    private static bool IsPersonal(Match address)
    {
        var host = address.Groups["host"].Value.ToLowerInvariant();
        var path = address.Groups["path"].Value.Trim('/');
        var row = Hosts.FirstOrDefault(h => host == h[0] || host == "www." + h[0] || host == "m." + h[0] || host == "mobile." + h[0]);
        return !row.IsDefault && path.Length > 0 && !row[1].Split('|', StringSplitOptions.RemoveEmptyEntries).Any(p => path.StartsWith(p, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"https?://(?<host>[\w.-]+)(?<path>/[^\s)\[\]>]*)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<![\w.@/\]-])@[A-Za-z]\w{2,30}\b(?![.@-]?\w*\.[a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Handle();
}
