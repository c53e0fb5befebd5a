using System.Collections.Immutable;

namespace WooPipeline.Publication.Metadata;

/// <summary>The DiWoo descriptions of a package: one for each published document and text.</summary>
internal static class DiwooDocuments
{
    /// <summary>All of them, by path. A document without any date gets none, and a problem: an invented date would be published.</summary>
    public static ImmutableArray<DiwooDocument> Of(PackageInput input, List<PackageProblem> problems)
    {
        var fallback = PackageDates.Of(input.Dossier) ?? input.Documents.Select(d => d.Date).Max();
        var category = Term.Category(input.Dossier);
        var published = input.Documents.Where(d => d.PublicFiles.Length > 0).ToDictionary(d => d.Id, StringComparer.Ordinal);
        var families = published.Values.Where(d => d.FamilyId is not null && d.FamilyId != d.Id).OrderBy(d => d.Id, StringComparer.Ordinal).ToLookup(d => d.FamilyId!, StringComparer.Ordinal);
        var result = new List<DiwooDocument>();
        foreach (var document in published.Values)
        {
            if ((document.Date ?? fallback) is { } date)
            {
                result.Add(Of(input, document, date, category, published, families));
            }
            else
            {
                problems.Add(NoDate(document.Id));
            }
        }

        foreach (var rendered in input.Rendered.GroupBy(r => Path.GetFileNameWithoutExtension(r.Path), StringComparer.Ordinal).Select(Main))
        {
            if ((rendered.Date ?? fallback) is { } date)
            {
                result.Add(Of(input, rendered, date, category));
            }
            else
            {
                problems.Add(NoDate(rendered.Path));
            }
        }

        return [.. result.OrderBy(r => r.Path, StringComparer.Ordinal)];
    }

    private static DiwooDocument Of(PackageInput input, PackageDocument document, DateOnly date, Term category, Dictionary<string, PackageDocument> published, ILookup<string, PackageDocument> families)
    {
        var attachments = families[document.Id].Select(d => (Term.Get("relation.attachment"), d.PublicFiles[0], DisplayNames.Title(d)));
        var related = document.Related.Where(r => published.ContainsKey(r) && published[r].FamilyId != document.Id)
            .Select(r => (Term.Get("relation.refers"), published[r].PublicFiles[0], DisplayNames.Title(published[r])));
        return new DiwooDocument
        {
            Path = document.PublicFiles[0],
            Identifier = $"{Inventory.InventoryBuilder.Matter(input.Dossier)}-{document.Id}",
            Title = DisplayNames.Title(document),
            Date = date,
            Category = category,
            Relations = [.. attachments.Concat(related)],
            Grounds = DocumentGrounds.Of(document),
        };
    }

    private static DiwooDocument Of(PackageInput input, RenderedFile rendered, DateOnly date, Term category) => new()
    {
        Path = rendered.Path,
        Identifier = $"{Inventory.InventoryBuilder.Matter(input.Dossier)}-{Path.GetFileNameWithoutExtension(rendered.Path)}",
        Title = rendered.Title.Length > 0 ? rendered.Title : rendered.Kind,
        Date = date,
        Category = input.Dossier.Kind == "woo-verzoek" ? category : Term.Find("category." + rendered.Kind) ?? category,
        Sort = Term.Find("sort." + rendered.Kind),
    };

    /// <summary>Of the forms of one text, the PDF stands for all.</summary>
    private static RenderedFile Main(IEnumerable<RenderedFile> forms) => forms
        .OrderByDescending(f => f.Path.EndsWith(".pdf", StringComparison.Ordinal)).ThenBy(f => f.Path, StringComparer.Ordinal).First();

    private static PackageProblem NoDate(string document) => new("geen-datum", document,
        $"{document} heeft geen datum, en het dossier ook niet; daarom zijn er geen DiWoo-metadata gemaakt. Zet de datum van het besluit in dossier.yaml.");
}
