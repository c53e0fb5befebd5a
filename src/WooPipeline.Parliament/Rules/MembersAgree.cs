namespace WooPipeline.Parliament;

/// <summary>A member of parliament has one name and one party, whichever register names it.</summary>
internal sealed class MembersAgree : IRule
{
    private const int MostDifference = 2;

    public string Code => "R21-leden-stemmen-overeen";

    public IEnumerable<Problem> Check(RuleContext context)
    {
        var askers = context.Dossier.QuestionSets.SelectMany(s => s.Submitters).Distinct().ToList();
        foreach (var commitment in context.Dossier.Commitments.Where(c => c.MadeTo is { Name.Length: > 0 }).DistinctBy(c => c.MadeTo))
        {
            var member = commitment.MadeTo!;
            foreach (var asker in askers)
            {
                if (asker.Name == member.Name && asker.Party != member.Party && member.Party.Length > 0 && asker.Party.Length > 0)
                {
                    yield return this.Warning(commitment.Source.At("fractie"), $"Hier is {member.Name} van '{member.Party}', bij de vragen van '{asker.Party}'. Maak ze gelijk, of leg uit dat de fractie is veranderd.");
                }
                else if (asker.Name != member.Name && asker.Party == member.Party && Distance(asker.Name, member.Name) <= MostDifference)
                {
                    yield return this.Warning(commitment.Source.At("gedaan_aan"), $"Hier staat '{member.Name}', bij de vragen '{asker.Name}' van dezelfde fractie. Is dat dezelfde persoon?");
                }
            }
        }
    }

    /// <summary>How many letters must be changed, put in or left out to come from one to the other.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j - 1], above) + 1, corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return row[b.Length];
    }
}
