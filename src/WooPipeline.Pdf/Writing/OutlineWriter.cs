using WooPipeline.Pdf.Layout;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Writing;

/// <summary>Writes the outline: headings, nested by level (ISO 32000-1 §12.3.3).</summary>
internal static class OutlineWriter
{
    public static PdfReference? Write(PdfObjectStore store, DocumentMarks marks, IReadOnlyList<PdfReference> pages)
    {
        if (marks.Headings.Count == 0)
        {
            return null;
        }

        var root = new Node(store.Reserve(), 0, new PdfDictionary { { "Type", "Outlines" } });
        var path = new Stack<Node>([root]);
        foreach (var (heading, place) in marks.Headings)
        {
            while (path.Peek().Level >= heading.Level)
            {
                path.Pop();
            }

            var parent = path.Peek();
            var entry = new PdfDictionary { { "Title", PdfString.OfText(heading.Title) }, { "Parent", parent.Reference } };
            entry["Dest"] = Destination.Of(place, pages);
            var node = new Node(store.Reserve(), heading.Level, entry);
            parent.Kids.Add(node);
            path.Push(node);
        }

        Fill(store, root);
        return root.Reference;
    }

    private static void Fill(PdfObjectStore store, Node node)
    {
        for (var k = 0; k < node.Kids.Count; k++)
        {
            var kid = node.Kids[k];
            kid.Entry["Prev"] = k > 0 ? node.Kids[k - 1].Reference : null;
            kid.Entry["Next"] = k + 1 < node.Kids.Count ? node.Kids[k + 1].Reference : null;
            Fill(store, kid); // six levels at most
        }

        if (node.Kids.Count > 0)
        {
            node.Entry["First"] = node.Kids[0].Reference;
            node.Entry["Last"] = node.Kids[^1].Reference;
            // Entries below the first level start closed: a negative count.
            node.Entry["Count"] = new PdfInteger(node.Level == 0 ? node.Kids.Count : -node.Kids.Count);
        }

        store.Set(node.Reference, node.Entry);
    }

    private sealed record Node(PdfReference Reference, int Level, PdfDictionary Entry)
    {
        public List<Node> Kids { get; } = [];
    }
}

/// <summary>A destination: a page, scrolled to a height.</summary>
internal static class Destination
{
    public static PdfArray Of(PagePlace place, IReadOnlyList<PdfReference> pages) =>
        new([pages[place.Page - 1], new PdfName("XYZ"), PdfNull.Instance, new PdfReal(Math.Round(place.Top + 4, 1)), PdfNull.Instance]);
}
