namespace WooPipeline.Pdf.Objects;

/// <summary>A page with what it inherits (§7.7.3.4).</summary>
/// <param name="Dictionary">The page's own dictionary.</param>
/// <param name="Reference">Its reference; null where it is a direct object.</param>
/// <param name="Inherited">Nearest value of <c>Resources</c>, <c>MediaBox</c>, <c>CropBox</c>, <c>Rotate</c>.</param>
internal sealed record PdfPage(PdfDictionary Dictionary, PdfReference? Reference, IReadOnlyDictionary<string, PdfObject> Inherited)
{
    public PdfObject? this[string key] => Dictionary[key] ?? Inherited.GetValueOrDefault(key);
}

/// <summary>The pages of a file in order, found without recursion and each node once.</summary>
internal static class PdfPages
{
    private const int MaxPages = 200_000;
    private static readonly string[] InheritedKeys = ["Resources", "MediaBox", "CropBox", "Rotate"];

    public static IReadOnlyList<PdfPage> Of(PdfFile file)
    {
        var pages = new List<PdfPage>();
        var visited = new HashSet<PdfObject>(ReferenceEqualityComparer.Instance);
        var stack = new Stack<(PdfObject? Node, IReadOnlyDictionary<string, PdfObject> Inherited)>();
        stack.Push((file.Catalog["Pages"], new Dictionary<string, PdfObject>()));
        while (stack.TryPop(out var top) && pages.Count < MaxPages)
        {
            if (file.Resolve(top.Node) is not PdfDictionary node)
            {
                continue;
            }

            if (file.Get<PdfArray>(node, "Kids") is { } kids && file.Name(node, "Type") != "Page")
            {
                if (!visited.Add(node))
                {
                    continue;
                }

                var inherited = Inherit(node, top.Inherited);
                for (var i = kids.Count - 1; i >= 0; i--)
                {
                    stack.Push((kids[i], inherited));
                }
            }
            else if (file.Name(node, "Type") is not ("Pages" or "Catalog"))
            {
                pages.Add(new PdfPage(node, top.Node as PdfReference, top.Inherited));
            }
        }

        return pages;
    }

    private static IReadOnlyDictionary<string, PdfObject> Inherit(PdfDictionary node, IReadOnlyDictionary<string, PdfObject> outer)
    {
        var inherited = new Dictionary<string, PdfObject>(outer);
        foreach (var key in InheritedKeys)
        {
            if (node[key] is { } value)
            {
                inherited[key] = value;
            }
        }

        return inherited;
    }
}
