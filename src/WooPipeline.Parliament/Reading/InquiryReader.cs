using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>
/// Reads <c>uitvraag.csv</c>: respondent; soort (platform, ministerie, zbo, …); direct_gevraagd (ja or nee); gevraagd_op; pogingen (moments
/// with <c>|</c> between: the question and each reminder); stand (open, beantwoord, deels, geen reactie, niet gevraagd); antwoord_op; netwerk
/// (through which it was asked); meldt_zonder_status (ja where it reports content without having a status); bron; toelichting.
/// Purpose and coverage of the inquiry come from <c>dossier.yaml</c>: <c>uitvraag: {doel, bereik}</c>.
/// </summary>
internal static class InquiryReader
{
    /// <summary>The register's path in a dossier.</summary>
    public const string Path = "registers/uitvraag.csv";

    /// <summary>Its columns, the key first.</summary>
    public static readonly ImmutableArray<string> Columns =
    [
        "respondent!", "soort", "direct_gevraagd", "gevraagd_op", "pogingen", "stand!", "antwoord_op", "netwerk",
        "meldt_zonder_status", "bron", "toelichting",
    ];

    public static Inquiry Load(string folder, FrontMatter settings, ProblemList problems)
    {
        var rows = RegisterTable.Load(folder, Path, Columns, problems).Rows;
        var keys = settings.Groups("uitvraag").FirstOrDefault() ?? FrontMatter.Empty;
        keys.Expect(problems, "doel", "bereik");
        return new Inquiry(keys.Text("doel"), keys.Text("bereik"), [.. rows.Select(Response)]);
    }

    private static InquiryResponse Response(RegisterRow row) => new()
    {
        Respondent = row.Required("respondent"),
        Kind = row.Text("soort"),
        AskedDirectly = row.State("direct_gevraagd"),
        AskedOn = row.Moment("gevraagd_op"),
        Attempts = row.Moments("pogingen"),
        State = row.Word<InquiryState>("stand", "uitvraag"),
        RepliedOn = row.Moment("antwoord_op"),
        Network = row.Text("netwerk"),
        ReportsWithoutStatus = row.State("meldt_zonder_status"),
        Explanation = row.Text("toelichting"),
        Basis = [.. StatusRegisterReader.Basis(row), row.Source],
    };
}
