using System.Collections.Immutable;
using WooPipeline.Parliament;

namespace WooPipeline.Pipeline;

/// <summary>Proposals for the registers from the dossier's archived mail, and what persons decide about them.</summary>
public static class DossierProposals
{
    /// <summary>The proposals that wait for a decision.</summary>
    /// <exception cref="DossierException">The folder is no dossier.</exception>
    public static ImmutableArray<Proposal> Open(RunOptions options, IRunObserver observer)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var session = DossierSession.Open(options, observer);
        return Of(session);
    }

    /// <summary>Takes or refuses proposals; gives those that were decided on.</summary>
    /// <param name="options">The dossier.</param>
    /// <param name="ids">Ids of proposals, or keys of rows for all proposals of a row.</param>
    /// <param name="isTaken">True to take, false to refuse.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="at">When, in the local form of ISO 8601; empty to leave it out.</param>
    /// <param name="observer">Is told of progress.</param>
    /// <exception cref="DossierException">The folder is no dossier, or an id is none of an open proposal.</exception>
    public static ImmutableArray<Proposal> Decide(RunOptions options, IReadOnlyCollection<string> ids, bool isTaken, string by, string at, IRunObserver observer)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(ids);
        if (by.Trim().Length == 0)
        {
            throw new DossierException("Geef met --door op wie beslist; een besluit zonder naam telt niet.");
        }

        var open = Open(options, observer);
        if (ids.FirstOrDefault(i => !open.Any(p => Means(i, p))) is { } unknown)
        {
            throw new DossierException($"'{unknown}' is geen open voorstel en geen rij met open voorstellen. Zie 'woo voorstellen' voor de nummers.");
        }

        ImmutableArray<Proposal> chosen = [.. open.Where(p => ids.Any(i => Means(i, p)))];
        ProposalStore.Save(DossierFolder.Open(options.Dossier).Root, chosen.Select(p => new DecidedProposal(p, isTaken, by.Trim(), at)));
        return chosen;
    }

    /// <summary>The proposals of an open session.</summary>
    internal static ImmutableArray<Proposal> Of(DossierSession session) => MailProposals.Of(session.Parliament, MailArchive.Of(session));

    private static bool Means(string id, Proposal proposal) => id == proposal.Id || string.Equals(id, proposal.Row, StringComparison.OrdinalIgnoreCase);
}
