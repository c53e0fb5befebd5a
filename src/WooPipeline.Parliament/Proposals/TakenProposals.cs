using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>Lays the values that persons took from proposals over the cells of a register. A cell that was changed by hand since then goes first, and is told.</summary>
internal static class TakenProposals
{
    /// <summary>The rows with the taken values, and new rows for respondents or cases that the register lacked.</summary>
    /// <param name="rows">The register as it stands.</param>
    /// <param name="folder">The dossier.</param>
    /// <param name="relative">The register's path in it.</param>
    /// <param name="key">The column by which rows are known.</param>
    /// <param name="problems">Where problems go.</param>
    public static ImmutableArray<RegisterRow> Apply(ImmutableArray<RegisterRow> rows, string folder, string relative, string key, ProblemList problems)
    {
        var taken = ProposalStore.Load(folder, new ProblemList()).Where(d => d.IsTaken && d.Proposal.Register == relative).Select(d => d.Proposal).ToList();
        if (taken.Count == 0)
        {
            return rows;
        }

        var known = rows.Select(r => r.Text(key)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var added = taken.Where(p => !known.Contains(p.Row)).GroupBy(p => p.Row, StringComparer.OrdinalIgnoreCase)
            .Select(g => new RegisterRow(g.ToImmutableDictionary(p => p.Column, p => p.Value).SetItem(key, g.Key), new Provenance(ProposalStore.Path, $"rij '{g.Key}'"), problems));
        return [.. rows.Select(r => taken.Where(p => string.Equals(p.Row, r.Text(key), StringComparison.OrdinalIgnoreCase)).Aggregate(r, (row, p) => Lay(row, p, problems))), .. added];
    }

    private static RegisterRow Lay(RegisterRow row, Proposal proposal, ProblemList problems)
    {
        var cell = row.Text(proposal.Column);
        if (Same(cell, proposal.Value))
        {
            return row;
        }

        if (!Same(cell, proposal.Current))
        {
            problems.Warn("voorstel-achterhaald", row.Source.At(proposal.Column), $"Deze cel is gewijzigd nadat voorstel {proposal.Id} was overgenomen; de cel gaat voor. Verwijder het voorstel uit {ProposalStore.Path} als dat zo moet blijven.");
            return row;
        }

        return row.With(proposal.Column, proposal.Value);
    }

    private static bool Same(string a, string b) => string.Equals(a.Trim(), b.Trim(), StringComparison.OrdinalIgnoreCase);
}
