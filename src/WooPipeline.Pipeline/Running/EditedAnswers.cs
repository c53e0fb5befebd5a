using System.Collections.Immutable;
using WooPipeline.Formats;
using WooPipeline.Parliament;

namespace WooPipeline.Pipeline;

/// <summary>Holds answers that were edited in another program against the dossier's.</summary>
public static class EditedAnswers
{
    /// <summary>What was changed in a file that was made from the dossier's answers.</summary>
    /// <exception cref="DossierException">The dossier has no answers, or the file can't be read.</exception>
    public static ImmutableArray<AnswerChange> Compare(string dossierFolder, string file)
    {
        var draft = DraftPapers.Of(dossierFolder);
        var answers = draft.Papers.FirstOrDefault(p => p.Name == "antwoorden")
            ?? throw new DossierException($"Het dossier '{dossierFolder}' heeft geen antwoorden om mee te vergelijken.");
        if (!File.Exists(file))
        {
            throw new DossierException($"Het bestand '{file}' bestaat niet. Geef het bewerkte docx-bestand op.");
        }

        return DraftPapers.Read(Path.GetFileName(file), file) switch
        {
            DocumentRead read => AnswerChanges.Compare(draft.Dossier, answers.Tree, read.Tree),
            Quarantined problem => throw new DossierException($"{Path.GetFileName(file)}: {problem.Reason}"),
            _ => [],
        };
    }
}
