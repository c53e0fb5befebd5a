using System.Text.RegularExpressions;

namespace WooPipeline.Parliament;

/// <summary>A paper says that personal data was made anonymous only where the search of text and properties found none that was left.</summary>
internal sealed partial class AnonymisedOnlyWhenClean : IRule
{
    public string Code => "R13-geanonimiseerd-alleen-als-schoon";

    public IEnumerable<Problem> Check(RuleContext context)
    {
        if (context.Inputs.IsClean != false)
        {
            yield break;
        }

        foreach (var paper in context.Inputs.Papers.Where(p => Claim().IsMatch(context.Text(p.Name))))
        {
            yield return this.Error(context.Place(paper.Name, "niet-openbaar"), $"'{paper.Name}' zegt dat alle persoonsgegevens zijn geanonimiseerd, maar de controle vond er nog. Los de bevindingen op of haal de zin weg.");
        }
    }

    [GeneratedRegex(@"\balle\s+persoonsgegevens\b[^.]*\b(?:geanonimiseerd|gelakt|verwijderd)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Claim();
}
