using System.Collections.Immutable;
using WooPipeline.Formats;

namespace WooPipeline.Parliament;

/// <summary>A message of the archive as proposals are drawn from it.</summary>
/// <param name="Path">Its path in the dossier: <c>bronnen/009.eml</c>.</param>
/// <param name="Facts">What its header says.</param>
/// <param name="Text">What it says, quoted messages included.</param>
/// <param name="OwnText">What it says itself, without the messages it quotes.</param>
public sealed record ArchivedMessage(string Path, MessageFacts Facts, Lazy<string> Text, Lazy<string> OwnText)
{
    /// <summary>When it was sent, to the second; null where the header doesn't say.</summary>
    public Instant? SentAt => Facts.SentAt is { } sent ? new Instant(sent.DateTime, Precision.Second, sent.Offset) : null;

    /// <summary>Domain of the sender, in lower case; empty where none.</summary>
    public string FromDomain => DomainOf(Facts.From);

    /// <summary>Domains of sender and recipients.</summary>
    public IEnumerable<string> Domains => Facts.Recipients.Prepend(Facts.From).Select(DomainOf).Where(d => d.Length > 0).Distinct(StringComparer.Ordinal);

    /// <summary>Its own id and those it refers to.</summary>
    internal ImmutableArray<string> Ids => [.. new[] { Facts.MessageId, Facts.InReplyTo }.OfType<string>().Concat(Facts.References).Where(i => i.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>What stands behind the at sign, in lower case.</summary>
    internal static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..].Trim('>', ' ').ToLowerInvariant() is var domain && address.Contains('@', StringComparison.Ordinal) ? domain : "";
}
