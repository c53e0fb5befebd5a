namespace WooPipeline.Parliament;

/// <summary>Everyone the questions were put to signs, is signed for, or saw the answers.</summary>
internal sealed class AddresseesAccountedFor : IRule
{
    public string Code => "R05-geadresseerde-verantwoord";

    public IEnumerable<Problem> Check(RuleContext context)
    {
        if (context.Dossier.Questions is not { Signatory.Length: > 0 } set)
        {
            yield break;
        }

        var involved = set.OnBehalfOf.Concat(set.Consulted).Append(set.Signatory).ToList();
        foreach (var office in set.Addressees.Where(a => !involved.Any(i => Offices.Same(a, i))))
        {
            yield return this.Warning(set.Source.At("geadresseerden"), $"De vragen zijn ook gericht aan de {office}, die niet tekent en aan wie niets is voorgelegd. Zet de bewindspersoon onder 'mede_namens' of 'voorgelegd_aan'.");
        }
    }
}
