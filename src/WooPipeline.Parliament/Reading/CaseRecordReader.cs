using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>
/// Reads <c>zaken/*.csv</c>, a row a report. Columns: zaaknummer; verkiezing; verkiezingsdatum; signaalbron (media, factchecker, overheid,
/// medeoverheid); signalerende_organisatie; gesignaleerd_op; soort_situatie; eigen_pogingen; omschrijving (no account, no address of a post);
/// opzet; stem_ongeldig, verkeerde_persoon, stem_ontnomen, eerder_waargenomen, eerder_gemeld, individuele_melding, bevestiging_gevraagd
/// (ja, nee, onbekend, …); platform; kanaal; beleid; beleid_url; verzoek (beoordelen, herstellen, deblokkeren); gemeld_op, bevestigd_op (as
/// precise as known: to the day, minute or second); reactie; reactietijd_vermeld (as the text states it); uitkomst; bijlage (path of the
/// archived message); bijlage_nummer; bron.
/// </summary>
internal static class CaseRecordReader
{
    private static readonly string[] Facts =
        ["stem_ongeldig", "verkeerde_persoon", "stem_ontnomen", "eerder_waargenomen", "eerder_gemeld", "individuele_melding", "bevestiging_gevraagd"];

    private static readonly string[] Columns =
    [
        "zaaknummer!", "verkiezing", "verkiezingsdatum", "signaalbron", "signalerende_organisatie", "gesignaleerd_op", "soort_situatie",
        "eigen_pogingen", "omschrijving", "opzet", "platform", "kanaal", "beleid", "beleid_url", "verzoek", "gemeld_op", "bevestigd_op",
        "reactie", "reactietijd_vermeld", "uitkomst", "bijlage", "bijlage_nummer", "bron", .. Facts,
    ];

    public static ImmutableArray<CaseRecord> Load(string folder, ImmutableArray<Platform> platforms, ProblemList problems) =>
    [
        .. DossierFile.List(folder, "zaken", ".csv")
            .SelectMany(path => RegisterTable.Load(folder, path, Columns, problems).Rows)
            .Select(row => Record(row, platforms, problems)),
    ];

    private static CaseRecord Record(RegisterRow row, ImmutableArray<Platform> platforms, ProblemList problems) => new()
    {
        CaseNumber = row.Required("zaaknummer"),
        Election = row.Text("verkiezing"),
        ElectionDate = row.Date("verkiezingsdatum"),
        SignalSource = row.Text("signaalbron"),
        SignallingOrganisation = row.Text("signalerende_organisatie"),
        SignalledAt = row.Moment("gesignaleerd_op"),
        Situation = row.Text("soort_situatie"),
        OwnAttempts = row.Text("eigen_pogingen"),
        Description = row.Text("omschrijving"),
        Intent = row.Text("opzet"),
        Facts = Facts.ToImmutableSortedDictionary(f => f, row.State, StringComparer.Ordinal),
        Platform = row.Text("platform").Length == 0 ? "" : StatusRegisterReader.PlatformName(row.Text("platform"), platforms, row.Source, problems),
        Channel = row.Text("kanaal"),
        Policy = row.Text("beleid"),
        PolicyUrl = row.Text("beleid_url"),
        Request = row.Text("verzoek"),
        ReportedAt = row.Moment("gemeld_op"),
        ConfirmedAt = row.Moment("bevestigd_op"),
        Reply = row.Text("reactie"),
        StatedInterval = row.Text("reactietijd_vermeld"),
        Outcome = row.Text("uitkomst"),
        Annex = row.Text("bijlage"),
        AnnexNumber = row.Number("bijlage_nummer"),
        Basis = [.. StatusRegisterReader.Basis(row), row.Source],
        Fields = row.Cells,
    };
}
