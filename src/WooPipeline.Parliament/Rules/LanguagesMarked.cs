using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Parliament;

/// <summary>A paper is in Dutch and says so; a longer passage in another language is marked with that language.</summary>
internal sealed class LanguagesMarked : IRule
{
    public string Code => "R17-taal";

    public IEnumerable<Problem> Check(RuleContext context)
    {
        foreach (var paper in context.Inputs.Papers)
        {
            if (!paper.Tree.Language.StartsWith("nl", StringComparison.OrdinalIgnoreCase))
            {
                yield return this.Error(context.Place(paper.Name), $"'{paper.Name}' is niet als Nederlands gemarkeerd. Laat het stuk door het sjabloon maken.");
            }
            else if (LanguageGuess.IsEnglish(PlainText.Of(Unmarked(paper.Tree.Blocks))))
            {
                yield return this.Warning(context.Place(paper.Name), $"'{paper.Name}' heeft een Engelse tekst die als Nederlands is gemarkeerd; een voorleesprogramma spreekt hem dan verkeerd uit. Zet '::: taal en-GB' en ':::' eromheen.");
            }
        }
    }

    // Long Dutch papers hide a short English passage, so each paragraph is looked at by itself.
    private static ImmutableArray<Block> Unmarked(ImmutableArray<Block> blocks) =>
    [
        .. blocks.SelectMany(b => b switch
        {
            Section { Language: not null } => [],
            Section section => Unmarked(section.Blocks),
            _ => LanguageGuess.IsEnglish(PlainText.Of([b])) ? [b] : ImmutableArray<Block>.Empty,
        }),
    ];
}
