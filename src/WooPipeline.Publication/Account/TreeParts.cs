using System.Collections.Immutable;
using System.Globalization;
using WooPipeline.Documents;

namespace WooPipeline.Publication;

/// <summary>Small pieces of trees that our own documents are made of.</summary>
internal static class TreeParts
{
    public static Heading Heading(int level, string text) => new(level, [new TextRun(text)]);

    public static Table Table(IEnumerable<string> header, IEnumerable<ImmutableArray<string>> rows) =>
        new([Row(header), .. rows.Select(r => Row(r))], HeaderRows: 1);

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The dossier's facts as a list of fields; only those that are known.</summary>
    public static FieldList Facts(PackageInput input)
    {
        var dossier = input.Dossier;
        (string Label, string Value)[] facts =
        [
            ("Organisatie", dossier.Organisation), ("Onderwerp", dossier.Subject), ("Kenmerk", dossier.Reference),
            ("Periode", Period(dossier)), ("Datum besluit", PackageDates.Iso(dossier.DecisionDate)),
            ("Programma", "WooPipeline " + input.ToolVersion), ("Vingerafdruk van het beleid", input.PolicyHash),
        ];
        return new FieldList([.. facts.Where(f => f.Value.Length > 0).Select(f => new Field(f.Label, [new TextRun(f.Value)]))]);
    }

    private static string Period(PackageDossier dossier) => (dossier.PeriodStart, dossier.PeriodEnd) switch
    {
        (null, null) => "",
        (null, _) => $"tot en met {PackageDates.Iso(dossier.PeriodEnd)}",
        (_, null) => $"vanaf {PackageDates.Iso(dossier.PeriodStart)}",
        _ => $"{PackageDates.Iso(dossier.PeriodStart)} tot en met {PackageDates.Iso(dossier.PeriodEnd)}",
    };

    private static TableRow Row(IEnumerable<string> cells) => new([.. cells.Select(TableCell.Of)]);
}
