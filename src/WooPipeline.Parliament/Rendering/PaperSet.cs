using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>Renders papers one by one, keeping what later ones refer to.</summary>
internal sealed class PaperSet
{
    private readonly ParliamentDossier dossier;
    private readonly TemplateHost host;
    private readonly RenderServices services;
    private readonly PageIndex pages;
    private readonly TemplateObject model;

    public PaperSet(ParliamentDossier dossier, TemplateHost host, RenderServices services)
    {
        this.dossier = dossier;
        this.host = host;
        this.services = services;
        pages = new PageIndex(services.Layout);
        model = DossierView.Create(dossier);
        model["huis"] = HouseTemplate.Load(dossier.House, host);
        model["intern"] = services.Audience == Audience.Internal;
    }

    /// <summary>Renders a paper by the name of its template; a user's own one stands in a folder, which is no part of the paper's name.</summary>
    public RenderedText Render(string template)
    {
        var name = NameOf(template);
        var markdown = host.Render(template, Prepare(name));
        var tree = Parse(name, markdown);
        pages.Add(name, tree);
        return new RenderedText(name, tree.Title, tree, name == "tabel" ? StatusRows.Of(tree) : null);
    }

    /// <summary>The data that a paper's template is given; good until the next paper is prepared.</summary>
    public TemplateObject Prepare(string name)
    {
        // Tables and texts know nothing of the paper they stand in, and least of all of the one before it.
        model.Remove("stuk");
        model.Remove("hier");
        var references = new References(dossier, name, pages);
        model["ref"] = references.Create();
        model["tabel"] = Tables(references);
        model["toezeggingen"] = FulfilmentPages.Fill(dossier, pages, Inline);
        var parts = new TextParts(dossier, name, Inline);
        model["stuk"] = parts.Create();
        return model;
    }

    // A text of a user, rendered with the same data as the templates.
    private Markup Inline(string markdown, string source, TemplateObject? own)
    {
        if (own is not null)
        {
            model["hier"] = own;
        }

        return new Markup(host.RenderText(markdown, source, model));
    }

    private TemplateObject Tables(References references)
    {
        var tables = new TemplateObject("tabel");
        foreach (var name in host.Names("tabellen/"))
        {
            model["hier"] = Here(name, references.TableTitle(name));
            tables[name] = new Markup(host.Render($"tabellen/{name}", model));
        }

        return tables;
    }

    /// <summary>What a table's template knows of itself.</summary>
    public static TemplateObject Here(string name, string title) => new("hier") { { "naam", name }, { "titel", title }, { "anker", $"tabel-{name}" } };

    private static string NameOf(string template) => template[(template.LastIndexOf('/') + 1)..];

    private DocumentTree Parse(string name, string markdown)
    {
        try
        {
            return MarkdownTree.Parse(markdown, new MarkdownTreeOptions { Insert = Annex });
        }
        catch (TemplateException e)
        {
            throw new TemplateException($"{name}: {e.Message}", e);
        }
    }

    private ImmutableArray<Block>? Annex(string path) => services.Source(path) is { } tree ? AnnexBlocks.Of(tree) : null;
}
