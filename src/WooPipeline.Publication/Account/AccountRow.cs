using System.Collections.Immutable;
using System.Globalization;
using WooPipeline.Documents;

namespace WooPipeline.Publication;

/// <summary>A row of the redaction account: everything about a removed passage but the passage.</summary>
internal sealed record AccountRow(int Number, PackageDocument Document, PackageDecision Decision)
{
    /// <summary>The headings.</summary>
    public static ImmutableArray<string> Header { get; } = [.. DataTable.Read("account-columns.csv").Select(r => r[0])];

    /// <summary>All removed passages, by document and place; made anew at each enumeration, since there may be more than are well held.</summary>
    public static IEnumerable<AccountRow> Of(PackageInput input) => input.Documents
        .OrderBy(d => d.Id, StringComparer.Ordinal)
        .SelectMany(d => d.Decisions.Where(p => p.Decision.Verdict == Verdict.Remove).OrderBy(p => p.Decision.Span), (d, p) => (d, p))
        .Select((pair, index) => new AccountRow(index + 1, pair.d, pair.p));

    private Decision Passage => Decision.Decision;

    /// <summary>The ground, with the policy's own where none was given.</summary>
    public Ground Ground => Passage.Ground ?? GroundCatalog.Privacy;

    /// <summary>Where the decision comes from: the policy with its rule, or a person.</summary>
    public string Source => Passage.ByPerson ? $"persoon: {Passage.DecidedBy}"
        : Passage.Evidence is { } evidence ? $"regel: {evidence.Rule}" : "beleid";

    /// <summary>The cells that a reader sees.</summary>
    public ImmutableArray<string> Cells =>
    [
        Number.ToString(CultureInfo.InvariantCulture), Document.Id, Decision.Page?.ToString(CultureInfo.InvariantCulture) ?? "",
        DisplayNames.Of(Passage.Label), Ground.Code, Source, Passage.Reason,
    ];

    /// <summary>The cells of the csv: those, with the hashes of source and public file.</summary>
    public ImmutableArray<string> Row(string publicHash) => [.. Cells, Document.SourceSha256, publicHash];
}
