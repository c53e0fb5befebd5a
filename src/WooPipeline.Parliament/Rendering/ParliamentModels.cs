using System.Collections.Immutable;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>What the templates of the papers are given, read off the very data that rendering gives them for an example dossier.</summary>
public static class ParliamentModels
{
    private const string Tables = "tabellen/";
    private const string Houses = "huissjablonen/";
    private const string House = "huis";
    private const string Paper = "stuk";
    private const string Here = "hier";

    /// <summary>The models of all papers, of the user's own kinds of paper and of the tables.</summary>
    /// <param name="example">A dossier with something of everything; its texts refer to no pages.</param>
    /// <param name="host">The templates: their tables, own papers and house templates are names of the data.</param>
    /// <param name="own">A dossier whose own keys are known too; null for none.</param>
    /// <exception cref="TemplateException">A house template can't be used.</exception>
    public static ImmutableArray<TemplateModel> Of(ParliamentDossier example, TemplateHost host, ParliamentDossier? own)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(host);
        var services = new RenderServices(_ => null, (_, _) => ImmutableDictionary<string, int>.Empty);
        // The data is made with the templates that come with the tool: those that are checked may be broken.
        var papers = new PaperSet(example, TemplateHost.Create(), services);
        var models = ParliamentRenderer.PaperNames.Select(name => new TemplateModel(name, Completed(TemplateType.Of(papers.Prepare(name)), host, own))).ToList();
        var note = models.Single(m => m.Name == "nota").Type;
        var table = Common(note).With(Here, TemplateType.Of(PaperSet.Here("status", "Tabel 1")));
        return
        [
            .. models,
            .. host.Names(ParliamentRenderer.OwnPapers).Select(name => new TemplateModel(ParliamentRenderer.OwnPapers + name, note)),
            .. host.Names(Tables).Select(name => new TemplateModel(Tables + name, table)),
        ];
    }

    /// <summary>What every paper's model has: a text of a user sees that, and nothing of the paper it stands in.</summary>
    public static TemplateType Common(TemplateType paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        return paper with { Members = paper.Members.RemoveAll(m => m.Name is Paper or Here) };
    }

    private static TemplateType Completed(TemplateType model, TemplateHost host, ParliamentDossier? own)
    {
        var houses = host.Names(Houses, ".yaml").Select(name => TemplateType.Of(HouseTemplate.Load(name, host)));
        var tables = host.Names(Tables).Aggregate(model.Member("tabel")!, (sum, name) => sum.Member(name) is null ? sum.With(name, TemplateType.Of(new Markup(""))) : sum);
        var complete = (model with { Members = model.Members.RemoveAll(m => m.Name == Here) })
            .With(House, houses.Aggregate(model.Member(House)!, (a, b) => a.Merge(b)))
            .With("tabel", tables);
        return own is null ? complete : WithOwn(complete, own);
    }

    private static TemplateType WithOwn(TemplateType model, ParliamentDossier own)
    {
        var paper = model.Member(Paper)!;
        var head = own.Texts.Where(t => t.Part == "kop").Select(t => TemplateType.Of(DossierView.Of("kop", t.Settings))).Aggregate(paper.Member("kop")!, (a, b) => a.Merge(b));
        return model.Merge(TemplateType.Of(DossierView.Create(own))).With(Paper, paper.With("kop", head));
    }
}
