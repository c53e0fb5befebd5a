using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Redaction;

/// <summary>
/// Copies the structure tree (§14.7): standard types, order and the ties to marked content. Strings (titles, ids, texts in
/// place of content) don't come along; figures get a neutral description so that the tree stays usable.
/// </summary>
internal sealed class StructureCopier
{
    private const int MaxDepth = PdfBudget.MaxDepth;
    private const int MaxElements = 2_000_000;
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6",
        "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot",
        "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form",
    };

    private static readonly string[] NumberKeys = ["RowSpan", "ColSpan", "BBox", "Width", "Height"];
    private static readonly string[] NameKeys = ["Scope", "ListNumbering", "Placement"];
    private readonly PdfFile file;
    private readonly PdfObjectStore store;
    private readonly IReadOnlyDictionary<PdfDictionary, PdfReference> pages;
    private readonly Dictionary<string, string> roles = new(StringComparer.Ordinal);
    private readonly HashSet<PdfDictionary> visited = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(int Page, int Mcid), (PdfReference Element, PdfArray Kids)> owners = [];
    private readonly List<(PdfString Id, PdfReference Element)> notes = [];
    private readonly StructuredLinks links;

    public StructureCopier(PdfFile file, PdfObjectStore store, IReadOnlyDictionary<PdfDictionary, PdfReference> pages)
    {
        (this.file, this.store, this.pages) = (file, store, pages);
        links = new StructuredLinks(store);
    }

    /// <summary>The new root, or null where the file has no structure.</summary>
    public PdfReference? Copy()
    {
        if (file.Get<PdfDictionary>(file.Catalog, "StructTreeRoot") is not { } source)
        {
            return null;
        }

        foreach (var (from, to) in file.Get<PdfDictionary>(source, "RoleMap") ?? new PdfDictionary())
        {
            if (file.Resolve(to) is PdfName role)
            {
                roles[from] = role.Value;
            }
        }

        var root = store.Reserve();
        var made = new PdfDictionary { { "Type", "StructTreeRoot" } };
        made["K"] = Kids(source["K"], root, null, 0);
        store.Set(root, made);
        (Root, IsThere) = (made, true);
        return root;
    }

    /// <summary>True where the file has structure.</summary>
    public bool IsThere { get; private set; }

    private PdfDictionary Root { get; set; } = new();

    /// <summary>Links that elements stand for; those that come along are told here.</summary>
    public StructuredLinks Links => links;

    /// <summary>Adds an element for a code, right behind the content that it stands in; gives its marked-content number, or -1 where that content is in no element.</summary>
    public int AddMark(PdfReference page, int mcid, int fresh, string spoken)
    {
        if (!owners.TryGetValue((page.Number, mcid), out var owner))
        {
            return -1;
        }

        var element = store.Add(new PdfDictionary { { "Type", "StructElem" }, { "S", "Span" }, { "P", owner.Element }, { "Pg", page }, { "K", fresh }, { "ActualText", PdfString.OfText(spoken) } });
        owner.Kids.Add(element);
        owners[(page.Number, fresh)] = (element, []);
        return fresh;
    }

    /// <summary>Writes the tree that leads from marked content to elements, once all marks are added.</summary>
    public void Finish(IEnumerable<(PdfReference Page, int Key)> keys)
    {
        var numbers = new PdfArray();
        var byPage = owners.ToLookup(o => o.Key.Page);
        foreach (var (page, key) in keys.OrderBy(k => k.Key))
        {
            var own = byPage[page.Number];
            var array = new PdfArray();
            for (var mcid = 0; mcid <= own.Select(o => o.Key.Mcid).DefaultIfEmpty(-1).Max(); mcid++)
            {
                array.Add(owners.TryGetValue((page.Number, mcid), out var owner) ? owner.Element : PdfNull.Instance);
            }

            numbers.Add(new PdfInteger(key));
            numbers.Add(store.Add(array));
        }

        var next = keys.Select(k => k.Key).DefaultIfEmpty(-1).Max() + 1;
        foreach (var element in links.Finish(next))
        {
            numbers.Add(new PdfInteger(next++));
            numbers.Add(element);
        }

        if (notes.Count > 0)
        {
            Root["IDTree"] = store.Add(new PdfDictionary
            {
                { "Names", new PdfArray(notes.SelectMany(n => (PdfObject[])[n.Id, n.Element])) },
                { "Limits", new PdfArray([notes[0].Id, notes[^1].Id]) },
            });
        }

        Root["ParentTree"] = store.Add(new PdfDictionary { { "Nums", numbers } });
        Root["ParentTreeNextKey"] = new PdfInteger(next);
    }

    private PdfArray Kids(PdfObject? source, PdfReference parent, PdfReference? page, int depth)
    {
        var kids = new PdfArray();
        var value = file.Resolve(source);
        foreach (var kid in value is PdfArray several ? several : value is PdfNull ? [] : (IEnumerable<PdfObject>)[value])
        {
            if (visited.Count < MaxElements && depth < MaxDepth && Kid(file.Resolve(kid), parent, page, kids, depth) is { } copy)
            {
                kids.Add(copy);
            }
        }

        return kids;
    }

    private PdfObject? Kid(PdfObject kid, PdfReference parent, PdfReference? page, PdfArray siblings, int depth)
    {
        switch (kid)
        {
            case PdfInteger mcid when page is not null && mcid.Value is >= 0 and < 1 << 24:
                owners.TryAdd((page.Number, (int)mcid.Value), (parent, siblings));
                return mcid;
            case PdfDictionary reference when file.Name(reference, "Type") == "MCR":
                if (reference.Contains("Stm") || file.Get<PdfInteger>(reference, "MCID") is not { Value: >= 0 and < 1 << 24 } number)
                {
                    return null;
                }

                var own = PageOf(reference) ?? page;
                if (own is null)
                {
                    return null;
                }

                owners.TryAdd((own.Number, (int)number.Value), (parent, siblings));
                return new PdfDictionary { { "Type", "MCR" }, { "Pg", own }, { "MCID", number.Value } };
            case PdfDictionary reference when file.Name(reference, "Type") == "OBJR":
                return file.Get<PdfDictionary>(reference, "Obj") is { } annotation && file.Name(annotation, "Subtype") == "Link"
                    ? links.Add(annotation, parent, siblings, PageOf(reference) ?? page) : null;
            case PdfDictionary element when file.Name(element, "Type") is not "OBJR" && element.Contains("S") && visited.Add(element):
                return Element(element, parent, page, depth);
            default:
                return null;
        }
    }

    private PdfReference Element(PdfDictionary source, PdfReference parent, PdfReference? page, int depth)
    {
        var reference = store.Reserve();
        var own = PageOf(source) ?? page;
        var type = Standard(file.Name(source, "S") ?? "");
        var made = new PdfDictionary { { "Type", "StructElem" }, { "S", type }, { "P", parent } };
        made["Pg"] = own;
        made["A"] = Attributes(source["A"]);
        if (type is "Figure" or "Formula")
        {
            made["Alt"] = PdfString.OfText("Afbeelding");
        }

        if (type == "Note" && source.Contains("ID"))
        {
            // Notes must be told apart (ISO 14289-1 §7.9); a number does that and says nothing.
            var id = PdfString.OfText("n" + notes.Count.ToString("D7", System.Globalization.CultureInfo.InvariantCulture));
            made["ID"] = id;
            notes.Add((id, reference));
        }

        made["K"] = Kids(source["K"], reference, own, depth + 1);
        store.Set(reference, made);
        return reference;
    }

    private PdfReference? PageOf(PdfDictionary node) => file.Resolve(node["Pg"]) is PdfDictionary page ? pages.GetValueOrDefault(page) : null;

    private string Standard(string type)
    {
        for (var step = 0; step < 8 && !Types.Contains(type) && roles.TryGetValue(type, out var next); step++)
        {
            type = next;
        }

        return Types.Contains(type) ? type : "Span";
    }

    private PdfObject? Attributes(PdfObject? source)
    {
        var result = new PdfArray();
        var value = file.Resolve(source);
        foreach (var set in (value is PdfArray several ? several.Select(file.Resolve) : [value]).OfType<PdfDictionary>())
        {
            if (file.Name(set, "O") is not ("Table" or "List" or "Layout"))
            {
                continue;
            }

            var kept = new PdfDictionary { { "O", file.Name(set, "O")! } };
            foreach (var key in NumberKeys)
            {
                kept[key] = file.Resolve(set[key]) is PdfNumber number ? number : file.Numbers(set[key], 4) is { } numbers && key == "BBox" ? PdfArray.OfNumbers(numbers) : null;
            }

            foreach (var key in NameKeys)
            {
                kept[key] = file.Name(set, key) is { Length: < 16 } name && name.All(char.IsAsciiLetter) ? new PdfName(name) : null;
            }

            if (kept.Count > 1)
            {
                result.Add(kept);
            }
        }

        return result.Count > 1 ? result : result.Count == 1 ? result[0] : null;
    }
}
