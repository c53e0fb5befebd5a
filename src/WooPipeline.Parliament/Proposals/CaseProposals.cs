using System.Collections.Immutable;
using System.Globalization;

namespace WooPipeline.Parliament;

/// <summary>When a report was made and confirmed, for the case records, from the archived report and its reply.</summary>
internal sealed class CaseProposals(ParliamentDossier dossier, Correspondents correspondents)
{
    /// <summary>What the messages say that the records don't, or say otherwise.</summary>
    public IEnumerable<Proposal> Of(ImmutableArray<ImmutableArray<ArchivedMessage>> threads) =>
        dossier.Cases.SelectMany(record => threads.Where(t => Concerns(t, record)).Take(1), (record, thread) => (record, thread)).SelectMany(p => Of(p.record, p.thread));

    private static bool Concerns(ImmutableArray<ArchivedMessage> thread, CaseRecord record)
    {
        var named = record.Basis.Select(b => b.Source).Append(record.Annex).ToHashSet(StringComparer.Ordinal);
        return thread.Any(m => named.Contains(m.Path))
            || (record.CaseNumber.Length > 4 && thread.Any(m => m.Facts.Subject.Contains(record.CaseNumber, StringComparison.OrdinalIgnoreCase)));
    }

    private static readonly TimeSpan Longest = TimeSpan.FromDays(60);

    private IEnumerable<Proposal> Of(CaseRecord record, ImmutableArray<ArchivedMessage> thread)
    {
        var answer = thread.FirstOrDefault(m => m.FromDomain != correspondents.Own && m.SentAt is not null && !InquiryWords.IsAutomatic(m) && IsReply(m));
        var report = thread.FirstOrDefault(m => m.SentAt is not null && m != answer && !IsReply(m));
        var (reported, evidence) = report is not null ? (report.SentAt, new ProposalEvidence(report.Path, "Date"))
            : answer is not null && QuotedTime.Of(answer.Text.Value) is { } quoted ? (quoted, new ProposalEvidence(answer.Path, "aangehaald bericht"))
            : (null, null);
        if (reported is not null && Differs(record.ReportedAt, reported))
        {
            yield return Cell(record, "gemeld_op", reported, $"De melding, {Precise(reported)}.", evidence!);
        }

        if (answer?.SentAt is { } confirmed && Differs(record.ConfirmedAt, confirmed))
        {
            yield return Cell(record, "bevestigd_op", confirmed, $"De reactie, {Precise(confirmed)}{Interval(reported ?? record.ReportedAt, confirmed)}.", new ProposalEvidence(answer.Path, "Date"));
        }

        if (record.Annex.Length == 0 && (answer ?? report) is { } annex && !record.Basis.Any(b => b.Source == annex.Path))
        {
            yield return new Proposal(RegisterOf(record), record.CaseNumber, "bijlage", "", annex.Path, "Het bericht dat de melding bewijst.", [new ProposalEvidence(annex.Path, "bestand")]);
        }
    }

    private static bool IsReply(ArchivedMessage message) => message.Facts.InReplyTo is { Length: > 0 } || message.Facts.References.Length > 0;

    /// <summary>Only as precisely as both are known; another zone or a rounded minute is no difference.</summary>
    private static bool Differs(Instant? stated, Instant proven) => stated is null
        || (stated.Precision == Precision.Day || proven.Precision == Precision.Day ? stated.Date != proven.Date : Math.Abs((stated.Local - proven.Local).TotalSeconds) >= 60);

    private static string Precise(Instant instant) => instant.Precision switch
    {
        Precision.Second => "tot op de seconde bekend",
        Precision.Minute => "tot op de minuut bekend",
        _ => "alleen de dag is bekend",
    };

    private static string Interval(Instant? reported, Instant confirmed) =>
        reported is not null && Instant.Between(reported, confirmed) is { } interval && interval.Longest > TimeSpan.Zero && interval.Longest < Longest
            ? $"; daartussen ligt {(interval.Shortest == interval.Longest ? Written(interval.Shortest) : $"ten minste {Written(interval.Shortest)} en ten hoogste {Written(interval.Longest)}")}" : "";

    private static string Written(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} u {time.Minutes} min {time.Seconds} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, time.Minutes)} min {Math.Max(0, time.Seconds)} s");

    private static Proposal Cell(CaseRecord record, string column, Instant value, string reason, ProposalEvidence evidence) =>
        new(RegisterOf(record), record.CaseNumber, column, record.Fields.GetValueOrDefault(column, ""), CaseView.Iso(value) ?? "", reason, [evidence]);

    private static string RegisterOf(CaseRecord record) => record.Basis[^1].Source;
}
