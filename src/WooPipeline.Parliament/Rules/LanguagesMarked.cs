using System.Collections.Frozen;
using WooPipeline.Documents;

namespace WooPipeline.Parliament;

/// <summary>A paper is in Dutch and says so; a message in another language that it holds is marked with that language.</summary>
internal sealed class LanguagesMarked : IRule
{
    private static readonly FrozenSet<string> English = FrozenSet.ToFrozenSet(["the", "and", "of", "to", "is", "that", "you", "this", "are", "with", "please", "we", "have", "your"], StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Dutch = FrozenSet.ToFrozenSet(["de", "het", "een", "en", "van", "dat", "is", "niet", "voor", "met", "op", "zijn", "wij", "te"], StringComparer.OrdinalIgnoreCase);

    public string Code => "R17-taal";

    public IEnumerable<Problem> Check(RuleContext context)
    {
        foreach (var paper in context.Inputs.Papers)
        {
            if (!paper.Tree.Language.StartsWith("nl", StringComparison.OrdinalIgnoreCase))
            {
                yield return this.Error(context.Place(paper.Name), $"'{paper.Name}' is niet als Nederlands gemarkeerd. Laat het stuk door het sjabloon maken.");
            }
        }

        foreach (var record in context.Dossier.Cases.Where(c => c.AnnexNumber is not null && c.Annex.Length > 0))
        {
            if (context.Inputs.Source(record.Annex) is { } tree && tree.Language.StartsWith("nl", StringComparison.OrdinalIgnoreCase) && IsEnglish(RuleContext.TextOf(tree)))
            {
                yield return this.Warning(record.Basis[^1].At("bijlage"), $"{record.Annex} is Engels maar als Nederlands gemarkeerd; een voorleesprogramma spreekt het dan verkeerd uit. Zet '::: taal en-GB' om een geciteerde tekst.");
            }
        }
    }

    /// <summary>True where a text has clearly more English than Dutch small words.</summary>
    public static bool IsEnglish(string text)
    {
        var words = text.Split([' ', '\n', '\t', ',', '.', ':', ';'], StringSplitOptions.RemoveEmptyEntries);
        var english = words.Count(English.Contains);
        return english > 8 && english > 2 * words.Count(Dutch.Contains);
    }
}
