using System.Collections.Immutable;
using WooPipeline.Parliament;
using WooPipeline.Templating;

namespace WooPipeline.Pipeline;

/// <summary>
/// Checks the papers of a dossier against each other without publishing anything: what its registers and texts say, and what the rules of
/// the papers for parliament say.
/// </summary>
public static class DossierCheck
{
    /// <summary>What is wrong; empty where nothing is.</summary>
    /// <exception cref="DossierException">The folder is no dossier.</exception>
    /// <exception cref="TemplateException">A text or template can't be rendered; the message says where.</exception>
    public static ImmutableArray<Problem> Execute(string folder)
    {
        var draft = DraftPapers.Of(folder);
        return ParliamentRules.Check(draft.Dossier, new RuleInputs { Papers = draft.Papers, Source = draft.Source, Layout = draft.Pages });
    }
}
