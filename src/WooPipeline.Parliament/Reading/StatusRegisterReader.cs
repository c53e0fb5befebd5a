using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>
/// Reads the registers of organisations, platforms and statuses.
/// <para><c>organisaties.csv</c>: naam (full name); afkorting; soort (ministerie, zbo, agentschap, …); onderdeel_van; toelichting.</para>
/// <para><c>platformen.csv</c>: platform (present name); alias (another name; empty for the platform's own row); van, tot (days on which the
/// alias held; an empty tot is a name that still holds, such as a service's); toelichting.</para>
/// <para><c>platformstatus.csv</c>: organisatie (short or full name); platform (empty where the status has none, or none was asked); soort
/// (trusted flagger, vergelijkbaar, escalatiekanaal, portaal, DSA art. 22); heeft (ja, nee, onbekend, niet gevraagd, geen reactie, n.v.t.,
/// geweigerd: only nee means no); sinds, tot (2019, 2019-05 or 2019-05-21); volgens_organisatie, volgens_platform (the same words, or
/// bevestigd and ontkend); in_tabel (nee leaves the row out of the table); reden (why it is left out); herkomst; grondslag; inhoud
/// (<c>|</c> between kinds); bron (path of the source that shows it, required with ja).</para>
/// </summary>
internal static class StatusRegisterReader
{
    public static ImmutableArray<Organisation> Organisations(string folder, ProblemList problems) =>
    [
        .. RegisterTable.Load(folder, "registers/organisaties.csv", ["naam!", "afkorting", "soort", "onderdeel_van", "uri", "toelichting"], problems).Rows
            .Select(row => new Organisation(row.Required("naam"), row.Text("afkorting"), row.Text("soort"), row.Text("onderdeel_van"), row.Source)),
    ];

    public static ImmutableArray<Platform> Platforms(string folder, ProblemList problems)
    {
        var rows = RegisterTable.Load(folder, "registers/platformen.csv", ["platform!", "alias", "van", "tot", "toelichting"], problems).Rows;
        return
        [
            .. rows.GroupBy(row => row.Required("platform"), StringComparer.OrdinalIgnoreCase)
                .Select(group => new Platform(
                    group.Key,
                    [.. group.Where(r => r.Text("alias").Length > 0).Select(r => new PlatformAlias(r.Text("alias"), r.Date("van"), r.Date("tot")))],
                    group.First().Source)),
        ];
    }

    public static ImmutableArray<PlatformStatus> Statuses(string folder, ImmutableArray<Platform> platforms, ImmutableArray<Organisation> organisations, ProblemList problems)
    {
        string[] columns =
        [
            "organisatie!", "platform!", "soort", "heeft!", "sinds", "tot", "volgens_organisatie", "volgens_platform",
            "in_tabel", "reden", "herkomst", "grondslag", "inhoud", "bron",
        ];
        return
        [
            .. RegisterTable.Load(folder, "registers/platformstatus.csv", columns, problems).Rows.Select(row => new PlatformStatus
            {
                Organisation = OrganisationName(row, organisations, problems),
                Platform = row.Text("platform").Length == 0 ? null : PlatformName(row.Text("platform"), platforms, row.Source, problems),
                Kind = row.Text("soort"),
                Held = new Known(row.State("heeft"), Basis(row)),
                Since = row.Partial("sinds"),
                Until = row.Partial("tot"),
                AccordingToOrganisation = row.State("volgens_organisatie"),
                AccordingToPlatform = row.State("volgens_platform"),
                InTable = row.State("in_tabel") != KnownState.No,
                ExclusionReason = row.Text("reden"),
                Origin = row.Text("herkomst"),
                LegalBasis = row.Text("grondslag"),
                ContentKinds = row.Parts("inhoud"),
                Source = row.Source,
            }),
        ];
    }

    /// <summary>The sources that a row's <c>bron</c> names.</summary>
    public static ImmutableArray<Provenance> Basis(RegisterRow row) => [.. row.Parts("bron").Select(b => new Provenance(b))];

    /// <summary>The platform's present name for any of its names; a name that no platform has is reported and kept.</summary>
    public static string PlatformName(string name, ImmutableArray<Platform> platforms, Provenance place, ProblemList problems)
    {
        if (platforms.FirstOrDefault(p => p.IsCalled(name)) is { } platform)
        {
            return platform.Name;
        }

        if (platforms.Length > 0)
        {
            problems.Warn("platform-onbekend", place, "Dit platform staat niet in platformen.csv. Voeg het toe, met zijn andere namen.");
        }

        return name;
    }

    private static string OrganisationName(RegisterRow row, ImmutableArray<Organisation> organisations, ProblemList problems)
    {
        var name = row.Required("organisatie");
        var known = organisations.FirstOrDefault(o =>
            string.Equals(o.Name, name, StringComparison.OrdinalIgnoreCase) || string.Equals(o.Abbreviation, name, StringComparison.OrdinalIgnoreCase));
        if (known is null && organisations.Length > 0)
        {
            problems.Warn("organisatie-onbekend", row.Source, "Deze organisatie staat niet in organisaties.csv. Voeg haar toe, of gebruik de naam of afkorting die daar staat.");
        }

        return known?.ShortName ?? name;
    }
}
