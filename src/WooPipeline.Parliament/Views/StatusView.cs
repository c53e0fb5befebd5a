using System.Collections.Immutable;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>Statuses as templates see them: the rows, the lists that texts name, and the table's cells.</summary>
internal static class StatusView
{
    public static TemplateObject Create(ParliamentDossier dossier)
    {
        var matrix = new StatusMatrix(dossier);
        var held = dossier.Statuses.Where(s => s.Held.State == KnownState.Yes).ToList();
        return new TemplateObject("status")
        {
            { "platformen", QuestionView.List(matrix.Platforms) },
            { "organisaties", QuestionView.List(matrix.Organisations) },
            { "organisaties_met", QuestionView.List(held.Where(s => s.InTable).Select(s => s.Organisation).Distinct()) },
            { "buiten_tabel", dossier.Statuses.Where(s => !s.InTable).Select(Left).ToImmutableArray<object?>() },
            { "platformen_van", ByOrganisation(held) },
            { "rijen", dossier.Statuses.Select(Row).ToImmutableArray<object?>() },
            { "tabel", matrix.Organisations.Select(o => TableRow(o, matrix, dossier)).ToImmutableArray<object?>() },
        };
    }

    private static TemplateObject TableRow(string organisation, StatusMatrix matrix, ParliamentDossier dossier)
    {
        var known = dossier.Organisations.FirstOrDefault(o => o.ShortName == organisation);
        return new TemplateObject("rij")
        {
            { "organisatie", organisation },
            { "naam", known?.Name ?? organisation },
            { "cellen", matrix.Platforms.Select(p => Cell(organisation, p, matrix)).ToImmutableArray<object?>() },
        };
    }

    private static TemplateObject Cell(string organisation, string platform, StatusMatrix matrix)
    {
        var rows = matrix.RowsOf(organisation, platform);
        var states = rows.Length > 0 ? rows.Select(Row) : [State(matrix.Without(organisation, platform))];
        return new TemplateObject("cel") { { "platform", platform }, { "standen", states.ToImmutableArray<object?>() } };
    }

    private static TemplateObject State(KnownState state) =>
        Row(new PlatformStatus { Organisation = "", Held = Known.Of(state), Source = new Provenance("") });

    private static TemplateObject Row(PlatformStatus status) => new("stand")
    {
        { "organisatie", status.Organisation },
        { "platform", status.Platform },
        { "soort", status.Kind },
        { "heeft", Word(status.Held.State) },
        { "sinds", status.Since?.ToString() },
        { "tot", status.Until?.ToString() },
        { "volgens_organisatie", Word(status.AccordingToOrganisation) },
        { "volgens_platform", Word(status.AccordingToPlatform) },
        { "herkomst", status.Origin },
        { "grondslag", status.LegalBasis },
        { "inhoud", QuestionView.List(status.ContentKinds) },
        { "in_tabel", status.InTable },
        { "reden", status.ExclusionReason },
    };

    private static TemplateObject Left(PlatformStatus status) => new("rij")
    {
        { "organisatie", status.Organisation },
        { "platform", status.Platform },
        { "reden", status.ExclusionReason },
    };

    private static TemplateObject ByOrganisation(IEnumerable<PlatformStatus> held)
    {
        var view = new TemplateObject("platformen_van", isOpen: true);
        foreach (var group in held.GroupBy(s => s.Organisation))
        {
            view[group.Key] = QuestionView.List(group.Select(s => s.Platform).OfType<string>().Distinct());
        }

        return view;
    }

    private static string Word(KnownState state) => ValueWords.WordFor("kennis", state);
}
