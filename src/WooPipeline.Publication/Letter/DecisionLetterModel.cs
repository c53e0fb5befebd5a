using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Publication.Inventory;
using WooPipeline.Templating;

namespace WooPipeline.Publication;

/// <summary>The data of the decision letter's template.</summary>
internal static class DecisionLetterModel
{
    /// <summary>All of it: <c>dossier</c>, <c>totalen</c>, <c>uitkomst</c>, <c>gronden</c>, <c>artikelen</c>, <c>inventaris</c>, <c>teksten</c>, <c>zienswijzen</c>.</summary>
    public static TemplateObject Of(PackageInput input, LetterTexts texts)
    {
        // A duplicate or a document out of scope isn't refused; the sections above speak of those.
        var grounds = Grounds(input).Where(g => g.Ground.Article.Length > 0 || g.Passages > 0).ToImmutableArray();
        return new TemplateObject("besluit")
        {
            { "dossier", Dossier(input.Dossier) },
            { "totalen", Totals(input) },
            { "uitkomst", Outcome(input) },
            { "gronden", grounds.Select(g => (object?)Ground(g.Ground, g.Documents, g.Passages)).ToImmutableArray() },
            { "artikelen", grounds.Where(g => g.Ground.Article.Length > 0).Select(g => (object?)Article(g.Ground, texts)).ToImmutableArray() },
            { "inventaris", InventoryBuilder.Build(input).Select(r => (object?)Row(r)).ToImmutableArray() },
            { "teksten", Texts(texts) },
            { "zienswijzen", input.Consultations.Select(c => (object?)c.Party).ToImmutableArray() },
        };
    }

    private static TemplateObject Dossier(PackageDossier dossier) => new("dossier")
    {
        { "organisatie", dossier.Organisation },
        { "onderwerp", dossier.Subject },
        { "kenmerk", dossier.Reference },
        { "datum", Date(dossier.DecisionDate) },
        { "datum_verzoek", Date(dossier.RequestDate) },
        { "periode_van", Date(dossier.PeriodStart) },
        { "periode_tot", Date(dossier.PeriodEnd) },
    };

    private static TemplateObject Totals(PackageInput input)
    {
        int Count(DocumentState state) => input.Documents.Count(d => d.State == state);
        var lines = Enum.GetValues<DocumentState>().Where(s => Count(s) > 0)
            .Select(s => (object?)new TemplateObject("regel") { { "naam", s.ToDutch() }, { "aantal", Count(s) } }).ToImmutableArray();
        return new TemplateObject("totalen")
        {
            { "documenten", input.Documents.Length },
            { "reeds", Count(DocumentState.AlreadyPublic) },
            { "buiten", Count(DocumentState.OutOfScope) },
            { "regels", lines },
        };
    }

    private static string Outcome(PackageInput input)
    {
        var judged = input.Documents.Where(d => d.State is DocumentState.Public or DocumentState.PartlyPublic or DocumentState.Withheld).Select(d => d.State).ToHashSet();
        return judged.SetEquals([DocumentState.Public]) ? "openbaar" : judged.SetEquals([DocumentState.Withheld]) ? "niet openbaar" : "deels openbaar";
    }

    private static IEnumerable<(Ground Ground, ImmutableArray<string> Documents, int Passages)> Grounds(PackageInput input)
    {
        var uses = input.Documents.OrderBy(d => d.Id, StringComparer.Ordinal)
            .SelectMany(d => DocumentGrounds.Of(d), (d, code) => (d, code)).ToLookup(u => u.code, u => u.d, StringComparer.Ordinal);
        return GroundCatalog.All.Where(g => uses.Contains(g.Code)).Select(g => (
            g,
            uses[g.Code].Select(d => d.Id).ToImmutableArray(),
            uses[g.Code].Sum(d => d.Decisions.Count(p => p.Decision.Verdict == Verdict.Remove && (p.Decision.Ground ?? GroundCatalog.Privacy).Code == g.Code))));
    }

    private static TemplateObject Ground(Ground ground, ImmutableArray<string> documents, int passages) => new("grond")
    {
        { "code", ground.Code },
        { "sleutel", Key(ground.Code) },
        { "omschrijving", ground.Label },
        { "artikel", InFull(ground) },
        { "wettelijk", ground.Article.Length > 0 },
        { "documenten", documents.Select(d => (object?)d).ToImmutableArray() },
        { "passages", passages },
    };

    /// <summary>The article with its law: <c>artikel 5.1, tweede lid, aanhef en onder e, van de Woo</c>.</summary>
    private static string InFull(Ground ground) =>
        ground.Article.Length == 0 || ground.Article.EndsWith("Wob", StringComparison.Ordinal) ? ground.Article
        : ground.Article + (ground.Article.Contains(',', StringComparison.Ordinal) ? ", van de Woo" : " van de Woo");

    private static TemplateObject Article(Ground ground, LetterTexts texts) => new("artikel")
    {
        { "code", ground.Code },
        { "artikel", InFull(ground) },
        { "omschrijving", ground.Label },
        { "tekst", texts.Article(ground.Code) is { } text ? new Markup(text) : null },
    };

    private static TemplateObject Row(InventoryRow row) => new("rij")
    {
        { "id", row.Id },
        { "document", row.Document },
        { "datum", row.Date },
        { "beoordeling", row.Judgement },
        { "gronden", row.Grounds },
        { "toelichting", row.Remark.Length > 0 ? row.Remark : row.Links },
    };

    private static TemplateObject Texts(LetterTexts texts)
    {
        var result = new TemplateObject("teksten", isOpen: true);
        foreach (var (name, markdown) in texts.Parts)
        {
            result[Key(name)] = new Markup(markdown);
        }

        return result;
    }

    /// <summary>A name as templates write it: <c>overweging-5.1.2e</c> is <c>overweging_5_1_2e</c>.</summary>
    private static string Key(string name) => new([.. name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]);

    private static string? Date(DateOnly? date) => date is null ? null : PackageDates.Iso(date);
}
