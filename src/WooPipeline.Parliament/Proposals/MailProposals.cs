using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>
/// Draws proposals for the registers from archived mail: who was asked in the inquiry, when, how often, and how it stands; when a case was
/// reported and confirmed, as precisely as the messages say it. Nothing of it enters a table before a person decided so.
/// </summary>
public static class MailProposals
{
    /// <summary>All proposals, by register, row and column; none where the registers already say what the messages say.</summary>
    /// <param name="dossier">The dossier, with the decisions taken so far.</param>
    /// <param name="messages">Its archived messages, in any order.</param>
    public static ImmutableArray<Proposal> Of(ParliamentDossier dossier, IEnumerable<ArchivedMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ImmutableArray<ArchivedMessage> all = [.. messages.OrderBy(m => m.Path, StringComparer.Ordinal)];
        if (all.IsEmpty)
        {
            return [];
        }

        var correspondents = new Correspondents(dossier, all);
        var threads = MessageThreads.Of(all);
        var lastDay = all.Select(m => m.SentAt?.Date).Append(Instant.TryParse(dossier.Settings.Text("datum"), out var date) ? date.Date : null).Max() ?? default;
        var cells = Cells(dossier.Folder);
        var decided = ProposalStore.Load(dossier.Folder);
        var ids = decided.Select(d => d.Proposal.Id).ToHashSet(StringComparer.Ordinal);

        // Where a value was taken before, the cell itself still holds what it held then.
        var before = decided.Where(d => d.IsTaken).GroupBy(d => d.Proposal.Cell).ToDictionary(g => g.Key, g => g.Last().Proposal.Current);
        return
        [
            .. new InquiryProposals(dossier, correspondents).Of(threads, lastDay).Concat(new CaseProposals(dossier, correspondents).Of(threads))
                .Select(p => p with { Current = before.TryGetValue(p.Cell, out var then) ? then : p.Register == InquiryReader.Path ? cells.GetValueOrDefault(p.Cell, "") : p.Current })
                .Where(p => !ids.Contains(p.Id)),
        ];
    }

    /// <summary>The cells of the register of the inquiry as they stand.</summary>
    private static Dictionary<(string Register, string Row, string Column), string> Cells(string folder) =>
        RegisterTable.Load(folder, InquiryReader.Path, InquiryReader.Columns, new ProblemList()).Rows
            .SelectMany(r => r.Cells, (r, c) => (Key: (InquiryReader.Path, r.Text(InquiryReader.Columns[0].TrimEnd('!')), c.Key), c.Value))
            .DistinctBy(c => c.Key).ToDictionary(c => c.Key, c => c.Value);
}
