using System.Collections.Immutable;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Makes the outline anew: given titles, places resolved to pages.</summary>
internal sealed class OutlineCopier(PdfFile file, PdfObjectStore store, Destinations destinations)
{
    /// <summary>The new outline, or null where there is nothing to show.</summary>
    public PdfReference? Copy(ImmutableArray<string?> titles)
    {
        var items = SideText.OutlineItems(file).ToList();
        var references = new Dictionary<PdfDictionary, PdfReference>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < Math.Min(items.Count, titles.Length); i++)
        {
            if (titles[i] is { Length: > 0 })
            {
                references[items[i]] = store.Reserve();
            }
        }

        if (references.Count == 0 || file.Get<PdfDictionary>(file.Catalog, "Outlines") is not { } root)
        {
            return null;
        }

        var index = items.Select((item, i) => (item, i)).ToDictionary(p => p.item, p => p.i, ReferenceEqualityComparer.Instance as IEqualityComparer<PdfDictionary>);
        var outlines = store.Reserve();
        var pending = new Stack<(PdfDictionary Source, PdfReference Target, PdfDictionary Made)>();
        var made = new PdfDictionary { { "Type", "Outlines" } };
        pending.Push((root, outlines, made));
        while (pending.TryPop(out var node))
        {
            var kids = Kids(node.Source, references);
            Link(node.Target, node.Made, kids, references, titles, index!, pending);
            store.Set(node.Target, node.Made);
        }

        return outlines;
    }

    private void Link(
        PdfReference parent,
        PdfDictionary made,
        List<PdfDictionary> kids,
        Dictionary<PdfDictionary, PdfReference> references,
        ImmutableArray<string?> titles,
        Dictionary<PdfDictionary, int> index,
        Stack<(PdfDictionary, PdfReference, PdfDictionary)> pending)
    {
        if (kids.Count == 0)
        {
            return;
        }

        made["First"] = references[kids[0]];
        made["Last"] = references[kids[^1]];
        made["Count"] = new PdfInteger(made.Contains("Title") ? -kids.Count : kids.Count);
        for (var i = 0; i < kids.Count; i++)
        {
            var item = new PdfDictionary { { "Title", PdfString.OfText(titles[index[kids[i]]]!) }, { "Parent", parent } };
            item["Prev"] = i > 0 ? references[kids[i - 1]] : null;
            item["Next"] = i + 1 < kids.Count ? references[kids[i + 1]] : null;
            item["Dest"] = destinations.Of(kids[i]);
            pending.Push((kids[i], references[kids[i]], item));
        }
    }

    /// <summary>Items under one that stay; those under an item that goes move up to its place.</summary>
    private List<PdfDictionary> Kids(PdfDictionary parent, Dictionary<PdfDictionary, PdfReference> references)
    {
        var kids = new List<PdfDictionary>();
        var visited = new HashSet<PdfDictionary>(ReferenceEqualityComparer.Instance);
        var stack = new Stack<PdfObject?>([parent["First"]]);
        while (stack.TryPop(out var next))
        {
            if (file.Resolve(next) is not PdfDictionary item || !visited.Add(item))
            {
                continue;
            }

            stack.Push(item["Next"]);
            if (references.ContainsKey(item))
            {
                kids.Add(item);
            }
            else
            {
                stack.Push(item["First"]);
            }
        }

        return kids;
    }
}
