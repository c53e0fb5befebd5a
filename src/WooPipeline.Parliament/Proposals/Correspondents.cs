using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace WooPipeline.Parliament;

/// <summary>Which organisation or platform is behind a mail domain: by the domain's own name, by what senders put behind theirs, by what messages are signed with.</summary>
internal sealed class Correspondents
{
    private const int SignatureLength = 400;
    private readonly Dictionary<string, (string Name, string Kind)> byDomain = new(StringComparer.Ordinal);

    public Correspondents(ParliamentDossier dossier, ImmutableArray<ArchivedMessage> messages)
    {
        ImmutableArray<(string Name, string Kind, ImmutableArray<string> Names)> known =
        [
            .. dossier.Platforms.Select(p => (p.Name, "platform", ImmutableArray.Create([p.Name, .. p.Aliases.Select(a => a.Name)]))),
            .. dossier.Organisations.Select(o => (o.ShortName, o.Kind, ImmutableArray.Create(o.Name, o.Abbreviation))),
        ];
        Own = OwnDomain(dossier, messages);
        foreach (var domain in messages.SelectMany(m => m.Domains).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var found = known.FirstOrDefault(k => k.Names.Any(n => IsDomainOf(domain, n)));
            found = found.Name is null ? known.FirstOrDefault(k => k.Names.Any(n => IsNamedWith(messages, domain, n))) : found;
            found = found.Name is null ? known.FirstOrDefault(k => k.Names.Any(n => IsSignedWith(messages, domain, n))) : found;
            if (found.Name is not null)
            {
                byDomain[domain] = (found.Name, found.Kind);
            }
        }
    }

    /// <summary>The domain of the organisation that keeps the dossier; empty where that can't be told.</summary>
    public string Own { get; }

    /// <summary>Name and kind behind a domain; the domain itself where the registers don't know it.</summary>
    public (string Name, string Kind) Behind(string domain) => byDomain.GetValueOrDefault(domain, (domain, ""));

    /// <summary>True where the registers know who is behind a domain.</summary>
    public bool IsKnown(string domain) => byDomain.ContainsKey(domain);

    // The domain named after the organisation, else the one that takes part in most messages.
    private static string OwnDomain(ParliamentDossier dossier, ImmutableArray<ArchivedMessage> messages)
    {
        var counts = messages.SelectMany(m => m.Domains).CountBy(d => d).OrderByDescending(d => d.Value).ThenBy(d => d.Key, StringComparer.Ordinal).ToList();
        string[] names = [dossier.Settings.Text("afkorting"), dossier.Settings.Text("organisatie")];
        return counts.Where(c => names.Any(n => IsDomainOf(c.Key, n))).Concat(counts).Select(c => c.Key).FirstOrDefault() ?? "";
    }

    private static bool IsDomainOf(string domain, string name)
    {
        var plain = Plain(name);
        return plain.Length > 0 && domain.Split('.').SkipLast(1).Select(Plain).Any(label => label == plain || label == "min" + plain || label == "gemeente" + plain);
    }

    /// <summary>A sender who puts the organisation behind its name: <c>Jansen, A. - ABC</c>, <c>A. Jansen (ABC)</c>.</summary>
    private static bool IsNamedWith(ImmutableArray<ArchivedMessage> messages, string domain, string name) => name.Length > 1
        && messages.SelectMany(m => m.Facts.Addresses).Any(a => ArchivedMessage.DomainOf(a.Address) == domain
            && Regex.IsMatch(a.Name, $@"(?:\s[-–]\s|\(){Regex.Escape(name)}\)?$", RegexOptions.CultureInvariant));

    private static bool IsSignedWith(ImmutableArray<ArchivedMessage> messages, string domain, string name) => name.Length > 5
        && messages.Where(m => m.FromDomain == domain).Select(m => m.OwnText.Value.TrimEnd())
            .Any(t => t[Math.Max(0, t.Length - SignatureLength)..].Contains(name, StringComparison.OrdinalIgnoreCase));

    private static string Plain(string name) => new([.. name.ToLowerInvariant().Where(char.IsLetterOrDigit)]);
}
