using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>Who signs, and on whose behalf, is the same in note, letter and publication; who only saw the answers doesn't sign too.</summary>
internal sealed class SignatoriesAgree : IRule
{
    public string Code => "R04-ondertekening-gelijk";

    public IEnumerable<Problem> Check(RuleContext context)
    {
        if (context.Dossier.Questions is not { } set)
        {
            yield break;
        }

        foreach (var office in set.Consulted.Where(c => set.OnBehalfOf.Append(set.Signatory).Any(o => Offices.Same(o, c))))
        {
            yield return this.Error(set.Source.At("voorgelegd_aan"), $"De {office} staat bij 'voorgelegd_aan' en tekent ook. Kies één van beide.");
        }

        foreach (var other in context.Dossier.QuestionSets.Skip(1).Where(s => s.CaseNumber.Length > 0 && s.CaseNumber == set.CaseNumber && s.Signatory.Length > 0))
        {
            if (set.Signatory.Length > 0 && !Offices.Same(set.Signatory, other.Signatory))
            {
                yield return this.Error(other.Source, $"Hier tekent {other.Signatory}, maar volgens {set.Source} de {set.Signatory}. Maak ze gelijk.");
            }

            if (!SameOffices(set.OnBehalfOf, other.OnBehalfOf))
            {
                yield return this.Error(other.Source, $"Hier staat 'mede namens' {Listed(other.OnBehalfOf)}, maar volgens {set.Source} {Listed(set.OnBehalfOf)}. Maak ze gelijk.");
            }
        }

        foreach (var head in context.Dossier.Texts.Where(t => t.Document == "nota" && t.Part == "kop" && t.Settings.Has("mede_namens")))
        {
            if (!SameOffices(set.OnBehalfOf, head.Settings.List("mede_namens")))
            {
                yield return this.Error(head.Source.At("mede_namens"), $"De nota noemt 'mede namens' {Listed(head.Settings.List("mede_namens"))}, maar de vragen {Listed(set.OnBehalfOf)}. Haal de sleutel hier weg of maak ze gelijk.");
            }
        }

        if (set.OnBehalfOf.Length == 0 && context.Text("nota").Contains("tekenen, mede namens", StringComparison.OrdinalIgnoreCase))
        {
            yield return this.Error(context.Place("nota", "besluit"), "De nota zegt 'mede namens', maar bij de vragen staat niemand onder 'mede_namens'. Vul die sleutel in of pas de nota aan.");
        }
    }

    private static bool SameOffices(ImmutableArray<string> a, ImmutableArray<string> b) =>
        a.Length == b.Length && a.All(x => b.Any(y => Offices.Same(x, y)));

    private static string Listed(ImmutableArray<string> offices) => offices.Length == 0 ? "niemand" : string.Join(" en ", offices);
}
