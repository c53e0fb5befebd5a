using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>
/// Organisations against platforms. A cell comes from the rows of <c>platformstatus.csv</c> alone; where there is none it tells, from the
/// inquiry, whether nobody asked or nobody answered. It never says no of its own.
/// </summary>
internal sealed class StatusMatrix
{
    private readonly ImmutableArray<PlatformStatus> rows;
    private readonly Inquiry inquiry;

    public StatusMatrix(ParliamentDossier dossier)
    {
        rows = [.. dossier.Statuses.Where(s => s.InTable)];
        inquiry = dossier.Inquiry;
        Organisations = [.. rows.Select(r => r.Organisation).Distinct(StringComparer.OrdinalIgnoreCase)];
        var used = rows.Select(r => r.Platform).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        Platforms =
        [
            .. dossier.Platforms.Select(p => p.Name).Where(used.Contains)
                .Concat(rows.Select(r => r.Platform).OfType<string>()).Distinct(StringComparer.OrdinalIgnoreCase),
        ];
    }

    public ImmutableArray<string> Organisations { get; }

    public ImmutableArray<string> Platforms { get; }

    /// <summary>The rows that a cell is made of: the pair's own, and those of the organisation that name no platform.</summary>
    public ImmutableArray<PlatformStatus> RowsOf(string organisation, string platform) =>
        [.. rows.Where(r => Same(r.Organisation, organisation) && (r.Platform is null || Same(r.Platform, platform)))];

    /// <summary>What a cell says where no row does.</summary>
    public KnownState Without(string organisation, string platform)
    {
        if (StateOf(organisation) is InquiryState.NotAsked or InquiryState.NoReply)
        {
            return StateOf(organisation) == InquiryState.NotAsked ? KnownState.NotAsked : KnownState.NoReply;
        }

        return StateOf(platform) switch
        {
            InquiryState.NoReply => KnownState.NoReply,
            InquiryState.NotAsked => KnownState.NotAsked,
            _ => KnownState.Unknown,
        };
    }

    private InquiryState? StateOf(string respondent) => inquiry.Responses.FirstOrDefault(r => Same(r.Respondent, respondent))?.State;

    private static bool Same(string? a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
