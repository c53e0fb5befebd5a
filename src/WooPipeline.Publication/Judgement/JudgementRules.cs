using WooPipeline.Documents;

namespace WooPipeline.Publication;

/// <summary>Rules of the Woo that a program can check on judgements and grounds (art. 5.1 lid 3 and 5, 5.2 lid 3, 5.3).</summary>
internal static class JudgementRules
{
    /// <summary>Every rule on every document.</summary>
    public static IEnumerable<PackageProblem> Check(PackageInput input)
    {
        var known = input.Documents.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var document in input.Documents.OrderBy(d => d.Id, StringComparer.Ordinal))
        {
            var removed = document.Decisions.Select(d => d.Decision).Where(d => d.Verdict == Verdict.Remove).ToArray();
            var shown = document.Decisions.Any(d => d.IsShown && d.Decision.Verdict == Verdict.Remove);
            foreach (var problem in State(document, removed, shown, known).Concat(Grounds(document, removed)).Concat(Age(document, removed, input.Dossier)))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<PackageProblem> State(PackageDocument document, Decision[] removed, bool isRedacted, HashSet<string> known)
    {
        switch (document.State)
        {
            case DocumentState.Public when isRedacted:
                yield return Error("openbaar-met-gelakt", document, "is 'openbaar' maar er zijn passages gelakt; beoordeel het als 'deels openbaar'");
                break;
            case DocumentState.PartlyPublic when !isRedacted:
                yield return Warn("deels-zonder-gelakt", document, "is 'deels openbaar' maar er is niets gelakt; beoordeel het als 'openbaar' of geef aan wat weg moet");
                break;
            case DocumentState.Withheld when document.WithheldGround is null && removed.Length == 0:
                yield return Warn("geen-grond", document, "is 'niet openbaar' zonder grond; geef een artikel van de Woo op");
                break;
            case DocumentState.AlreadyPublic when !document.Links.Any(Inventory.InventoryBuilder.IsAddress):
                yield return Warn("geen-vindplaats", document, "is 'reeds openbaar' zonder bruikbare link; geef het adres waar het staat");
                break;
            case DocumentState.Duplicate when document.DuplicateOf is null || !known.Contains(document.DuplicateOf) || document.DuplicateOf == document.Id:
                yield return Error("dubbel-zonder-origineel", document, "is 'dubbel' maar het document waarvan het een dubbel is, staat niet in de lijst");
                break;
            default:
                break;
        }
    }

    private static IEnumerable<PackageProblem> Grounds(PackageDocument document, Decision[] removed)
    {
        var last = removed.Where(d => d.Ground?.Code == "5.1.5").ToArray();
        if (last.Any(l => removed.Any(d => d.Span.Overlaps(l.Span) && IsFirstOrSecond(d.Ground))))
        {
            yield return Error("vijfde-lid-samen", document, "gebruikt op één passage artikel 5.1, vijfde lid, naast een grond van het eerste of tweede lid; dat mag niet: kies er één");
        }

        var bare = removed.Count(d => (d.Ground ?? GroundCatalog.Privacy).NeedsMotivation && d.Reason.Trim().Length == 0)
            + (document.WithheldGround is { NeedsMotivation: true } && document.Remark.Length == 0 ? 1 : 0);
        if (bare > 0)
        {
            yield return Warn("geen-motivering", document, $"heeft {bare} weigering(en) op het tweede lid van artikel 5.1 zonder motivering; het derde lid eist die");
        }

        if (document.ForMinister && (document.WithheldGround?.Code == "5.2" || removed.Any(d => d.Ground?.Code == "5.2")))
        {
            yield return Warn("opvattingen-voor-minister", document, "is gemaakt voor besluitvorming door een bewindspersoon; persoonlijke beleidsopvattingen worden dan openbaar, niet tot personen herleidbaar (artikel 5.2, derde lid), tenzij dat het intern beraad onevenredig schaadt");
        }
    }

    private static IEnumerable<PackageProblem> Age(PackageDocument document, Decision[] removed, PackageDossier dossier)
    {
        var old = document.Date is { } date && PackageDates.Of(dossier) is { } decided && date.AddYears(5) < decided;
        if (old && (removed.Length > 0 || document.State == DocumentState.Withheld) && document.Remark.Length == 0 && dossier.OldInformationReason.Length == 0)
        {
            yield return Warn("ouder-dan-vijf-jaar", document, "is ouder dan vijf jaar; motiveer waarom de belangen ondanks het tijdsverloop zwaarder wegen (artikel 5.3)");
        }
    }

    private static bool IsFirstOrSecond(Ground? ground) =>
        ground is not null && (ground.Code.StartsWith("5.1.1", StringComparison.Ordinal) || ground.Code.StartsWith("5.1.2", StringComparison.Ordinal));

    private static PackageProblem Error(string code, PackageDocument document, string message) =>
        new(code, document.Id, $"Document {document.Id} {message}.", IsError: true);

    private static PackageProblem Warn(string code, PackageDocument document, string message) =>
        new(code, document.Id, $"Document {document.Id} {message}.");
}
