using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Writing;

/// <summary>Writes the structure tree, the way back from content to it, and the names of its notes (ISO 32000-1 §14.7).</summary>
internal sealed class StructureTreeWriter(PdfObjectStore store, IReadOnlyList<PdfReference> pages)
{
    /// <summary>Types that hold their place in a table or list also where they are empty.</summary>
    private static readonly string[] Keepers = ["Document", "TH", "TD", "LBody", "LI", "Lbl", "TR"];

    private readonly SortedDictionary<string, PdfReference> names = new(StringComparer.Ordinal);

    /// <summary>Writes the tree of a root.</summary>
    /// <param name="root">The root element.</param>
    /// <param name="canvases">The pages; their number less one is the key of their content in the parent tree.</param>
    /// <param name="annotations">Elements of annotations; their keys follow those of the pages.</param>
    public PdfReference Write(StructureElement root, IReadOnlyList<PageCanvas> canvases, IReadOnlyList<StructureElement> annotations)
    {
        var tree = store.Reserve();
        Number(root);
        Fill(root, tree);
        var numbers = new PdfArray();
        for (var p = 0; p < canvases.Count; p++)
        {
            numbers.Add(new PdfInteger(p));
            numbers.Add(store.Add(new PdfArray(canvases[p].Owners.Select(o => o.Reference!))));
        }

        for (var a = 0; a < annotations.Count; a++)
        {
            numbers.Add(new PdfInteger(canvases.Count + a));
            numbers.Add(annotations[a].Reference!);
        }

        var dictionary = new PdfDictionary
        {
            { "Type", "StructTreeRoot" },
            { "K", new PdfArray([root.Reference!]) },
            { "ParentTree", store.Add(new PdfDictionary { { "Nums", numbers } }) },
            { "ParentTreeNextKey", canvases.Count + annotations.Count },
        };
        dictionary["IDTree"] = names.Count == 0 ? null : store.Add(NameTree());
        store.Set(tree, dictionary);
        return tree;
    }

    private static bool IsKept(StructureElement element) => element.Kids.Count > 0 || Keepers.Contains(element.Type);

    private void Number(StructureElement root)
    {
        var stack = new Stack<StructureElement>([root]);
        while (stack.TryPop(out var element))
        {
            element.Reference = store.Reserve();
            foreach (var kid in element.Kids.OfType<StructureElement>().Where(IsKept).Reverse())
            {
                stack.Push(kid);
            }
        }
    }

    private void Fill(StructureElement root, PdfReference tree)
    {
        var stack = new Stack<StructureElement>([root]);
        while (stack.TryPop(out var element))
        {
            store.Set(element.Reference!, Dictionary(element, element.Parent?.Reference ?? tree));
            foreach (var kid in element.Kids.OfType<StructureElement>().Where(IsKept).Reverse())
            {
                stack.Push(kid);
            }
        }
    }

    private PdfDictionary Dictionary(StructureElement element, PdfReference parent)
    {
        var page = element.Kids.OfType<MarkedContent>().FirstOrDefault()?.Page;
        var dictionary = new PdfDictionary { { "Type", "StructElem" }, { "S", element.Type }, { "P", parent } };
        dictionary["Pg"] = page is null ? null : pages[page.Value - 1];
        dictionary["Alt"] = string.IsNullOrEmpty(element.Alternative) ? null : PdfString.OfText(element.Alternative);
        dictionary["E"] = string.IsNullOrEmpty(element.Expansion) ? null : PdfString.OfText(element.Expansion);
        dictionary["Lang"] = string.IsNullOrEmpty(element.Language) ? null : PdfString.OfText(element.Language);
        dictionary["A"] = element.Attributes;
        if (element.Id is not null)
        {
            dictionary["ID"] = PdfString.OfText(element.Id);
            names[element.Id] = element.Reference!;
        }

        var kids = element.Kids.Where(k => k is not StructureElement e || IsKept(e)).Select(k => Kid(k, page)).ToList();
        dictionary["K"] = kids.Count switch { 0 => null, 1 => kids[0], _ => new PdfArray(kids) };
        return dictionary;
    }

    private PdfObject Kid(object kid, int? page) => kid switch
    {
        StructureElement element => element.Reference!,
        MarkedContent content when content.Page == page => new PdfInteger(content.Number),
        MarkedContent content => new PdfDictionary { { "Type", "MCR" }, { "Pg", pages[content.Page - 1] }, { "MCID", content.Number } },
        AnnotationContent annotation => new PdfDictionary { { "Type", "OBJR" }, { "Pg", pages[annotation.Page - 1] }, { "Obj", annotation.Annotation } },
        _ => throw new InvalidOperationException("A structure element holds something of no known kind."),
    };

    private PdfDictionary NameTree()
    {
        var list = new PdfArray();
        foreach (var (name, reference) in names)
        {
            list.Add(PdfString.OfText(name));
            list.Add(reference);
        }

        var limits = new PdfArray([PdfString.OfText(names.Keys.First()), PdfString.OfText(names.Keys.Last())]);
        return new PdfDictionary { { "Kids", new PdfArray([store.Add(new PdfDictionary { { "Limits", limits }, { "Names", list } })]) } };
    }
}
