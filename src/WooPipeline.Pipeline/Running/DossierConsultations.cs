using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Publication;

namespace WooPipeline.Pipeline;

/// <summary>What each interested party is shown and asked (zienswijze, Woo art. 4.4), before anything is published.</summary>
public static class DossierConsultations
{
    /// <summary>Name of the folder in the dossier that holds the letters and extracts.</summary>
    public const string Folder = "zienswijzen";

    /// <summary>Writes an extract and a letter for each party of <c>registers/zienswijzen.csv</c>; a line on each.</summary>
    /// <param name="options">The dossier; <see cref="RunOptions.Out"/> is where its workspace may stand.</param>
    /// <param name="folder">Where they go; empty for <see cref="Folder"/> in the dossier.</param>
    /// <param name="observer">Is told of progress.</param>
    /// <exception cref="DossierException">The dossier or the call is wrong.</exception>
    /// <exception cref="PackageException">The register can't be used.</exception>
    public static ImmutableArray<StageLine> Execute(RunOptions options, string folder, IRunObserver observer)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var session = DossierSession.Open(options, observer);
        var consultations = ConsultationRegister.Load(session.Dossier.Root);
        if (consultations.IsEmpty)
        {
            throw new DossierException("In registers/zienswijzen.csv staat geen belanghebbende. Zet er een regel in (id;partij;stand;termijn;reden;termen) en probeer het opnieuw.");
        }

        var decided = session.Decide(session.FindPersons(session.Texts.Draft()));
        var standing = DossierSession.Standing(decided.SelectMany(d => d.RemovedTexts));
        var documents = decided.Where(d => d.HasText && d.DuplicateOf is null).Select(d => Document(session, standing, d));
        var place = folder.Length > 0 ? folder : Path.Combine(session.Dossier.Root, Folder);
        var dossier = PackageStage.Describe(session.Dossier.Settings, session.Style);
        var lines = ImmutableArray.CreateBuilder<StageLine>();
        foreach (var consultation in ConsultationPassages.Find(consultations, documents))
        {
            var concerned = consultation.Passages.Select(p => p.DocumentId).ToHashSet(StringComparer.Ordinal);
            if (concerned.Count > 0)
            {
                ConsultationView.WriteTo(place, consultation, documents.Where(d => concerned.Contains(d.Id)), dossier, session.Templates);
            }

            lines.Add(new StageLine(consultation.Id, consultation.Party, Message(consultation, concerned.Count), concerned.Count == 0));
        }

        return lines.ToImmutable();
    }

    private static ConsultationDocument Document(DossierSession session, StandingForms standing, DocumentRecord record)
    {
        var tree = session.TreeOf(record.Unit);
        var view = TextView.Of(tree);
        return new ConsultationDocument(record.Id, record.Title, tree, Redactable.Of(view, standing.Extend(view.Text, record.Decisions)));
    }

    private static string Message(Consultation consultation, int documents) => documents == 0
        ? "geen passage gevonden; vul in registers/zienswijzen.csv bij 'termen' de namen in waarmee de documenten deze partij noemen"
        : $"{consultation.Passages.Length} passages in {documents} documenten; {consultation.Id}/uittreksel.pdf en {consultation.Id}/brief.docx geschreven";
}
