using System.Collections.Immutable;
using WooPipeline.Parliament;

namespace WooPipeline.Pipeline;

/// <summary>The rules over the papers of a run, as they will be published.</summary>
internal static class PaperRules
{
    /// <summary>What breaks a rule, and what reading the registers brought up.</summary>
    public static ImmutableArray<Problem> Check(DossierSession session, ImmutableArray<RenderedRecord> papers, bool? isClean)
    {
        if (papers.IsEmpty)
        {
            return session.Parliament.Problems;
        }

        return ParliamentRules.Check(session.Parliament, new RuleInputs
        {
            Papers = [.. papers.Select(p => new RenderedText(p.Name, p.Title, p.Tree, p.Rows))],
            Source = session.Source,
            Layout = session.Texts.Pages,
            Published = name => papers.FirstOrDefault(p => p.Name == name)?.Public,
            IsClean = isClean,
            Today = session.Dossier.Settings.Date,
        });
    }
}
