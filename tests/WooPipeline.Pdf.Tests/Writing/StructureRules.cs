using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Tests.Writing;

/// <summary>Rules of PDF/UA-1 (ISO 14289-1 §7) and of conformance level A (ISO 19005-2 §6.7) on the structure of a file.</summary>
internal static class StructureRules
{
    private static readonly HashSet<string> Standard = new(StringComparer.Ordinal)
    {
        "Document", "Sect", "BlockQuote", "Caption", "P", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody",
        "Table", "THead", "TBody", "TR", "TH", "TD", "Span", "Note", "Reference", "Link", "Figure",
    };

    /// <summary>What is broken; empty where nothing is.</summary>
    public static List<string> Faults(PdfFile file)
    {
        var root = StructureNode.Tree(file);
        var all = root.All().ToList();
        var faults = new List<string>();
        foreach (var node in all)
        {
            faults.AddRange(Faults(file, node).Select(f => $"{node}: {f}"));
        }

        faults.AddRange(HeadingFaults(all));
        faults.AddRange(ContentFaults(file, all));
        faults.AddRange(AnnotationFaults(file, all));
        var ids = all.Where(n => n.Type == "Note").Select(n => n.Text("ID")).ToList();
        Add(faults, ids.Distinct().Count() == ids.Count && !ids.Contains(null), "notes have no unique ID (7.9)");
        return faults;
    }

    private static List<string> Faults(PdfFile file, StructureNode node)
    {
        var faults = new List<string>();
        Add(faults, Standard.Contains(node.Type), "no standard type (7.1)");
        Add(faults, file.Name(node.Dictionary, "Type") == "StructElem", "no StructElem");
        Add(faults, node.Parent is null || ((PdfReference)node.Dictionary["P"]!).Number == node.Parent.Reference.Number, "its parent is another");
        var children = node.Children.Select(c => c.Type).ToList();
        switch (node.Type)
        {
            case "Table":
                Add(faults, children.SkipWhile(c => c == "Caption").All(c => c is "TR" or "THead" or "TBody"), "holds more than rows (7.5)");
                Add(faults, IsRegular(node), "its rows differ in columns (7.5)");
                break;
            case "THead" or "TBody":
                Add(faults, children.All(c => c == "TR"), "holds more than rows");
                break;
            case "TR":
                Add(faults, children.All(c => c is "TH" or "TD"), "holds more than cells");
                break;
            case "TH":
                Add(faults, node.Attribute("Scope") is PdfName { Value: "Row" or "Column" }, "has no scope (7.5)");
                break;
            case "L":
                Add(faults, children.All(c => c is "LI" or "Caption"), "holds more than items (7.6)");
                Add(faults, node.Attribute("ListNumbering") is PdfName, "says nothing of its numbering (7.6)");
                break;
            case "LI":
                Add(faults, children is ["Lbl", "LBody"] or ["LBody"], "is not a label with a body (7.6)");
                break;
            case "Figure":
                Add(faults, node.Text("Alt") is { Length: > 0 }, "has no description (7.3)");
                Add(faults, node.Attribute("BBox") is PdfArray { Count: 4 }, "has no place");
                break;
            case "Link":
                Add(faults, node.Annotations.Count > 0, "has no annotation (7.18.5)");
                break;
            case "Sect" or "BlockQuote" or "P" or "Span" or "Document" or "H1":
                Add(faults, node.Children.Count + node.Content.Count > 0, "is empty");
                break;
            default:
                break;
        }

        return faults;
    }

    private static bool IsRegular(StructureNode table)
    {
        var rows = table.All().Where(n => n.Type == "TR" && Table(n) == table).ToList();
        var busy = new Dictionary<(int, int), bool>();
        var widths = new HashSet<int>();
        for (var r = 0; r < rows.Count; r++)
        {
            var column = 0;
            foreach (var cell in rows[r].Children)
            {
                while (busy.ContainsKey((r, column)))
                {
                    column++;
                }

                for (var down = 0; down < cell.Span("RowSpan"); down++)
                {
                    for (var across = 0; across < cell.Span("ColSpan"); across++)
                    {
                        if (!busy.TryAdd((r + down, column + across), true))
                        {
                            return false;
                        }
                    }
                }
            }

            widths.Add(busy.Keys.Count(k => k.Item1 == r));
        }

        return widths.Count <= 1 && busy.Keys.All(k => k.Item1 < rows.Count);
    }

    private static StructureNode? Table(StructureNode row) =>
        row.Parent is { Type: "Table" } table ? table : row.Parent?.Parent;

    private static IEnumerable<string> HeadingFaults(List<StructureNode> all)
    {
        var last = 0;
        foreach (var node in all.Where(n => n.Type is ['H', >= '1' and <= '6']))
        {
            var level = node.Type[1] - '0';
            if (level > last + 1)
            {
                yield return $"{node}: a level is skipped (7.4.2)";
            }

            last = level;
        }
    }

    /// <summary>Content and tree name each other, both ways, and nothing is drawn unmarked (7.1).</summary>
    private static List<string> ContentFaults(PdfFile file, List<StructureNode> all)
    {
        var faults = new List<string>();
        var owners = all.SelectMany(n => n.Content.Select(c => (Key: c, Node: n))).ToLookup(p => p.Key, p => p.Node);
        var tree = ParentTree(file);
        foreach (var page in PdfPages.Of(file))
        {
            var marks = ContentMarks.Of(file, page.Dictionary);
            faults.AddRange(marks.Faults);
            var parents = file.Resolve(tree[(int)file.Number(page.Dictionary, "StructParents", -1)]) as PdfArray ?? [];
            Add(faults, parents.Count == marks.Types.Count, "the parent tree knows another number of marks");
            foreach (var (number, type) in marks.Types)
            {
                var owner = owners[(page.Reference!.Number, number)].ToList();
                Add(faults, owner.Count == 1 && owner[0].Type == type, $"mark {number} has no owner or two, or one of another type");
                Add(faults, owner.Count == 1 && number < parents.Count && parents[number] is PdfReference r && r.Number == owner[0].Reference.Number, $"mark {number} has another parent");
            }
        }

        return faults;
    }

    private static List<string> AnnotationFaults(PdfFile file, List<StructureNode> all)
    {
        var faults = new List<string>();
        var owners = all.SelectMany(n => n.Annotations.Select(a => (a, n))).ToDictionary(p => p.a, p => p.n);
        var tree = ParentTree(file);
        foreach (var page in PdfPages.Of(file))
        {
            Add(faults, file.Name(page.Dictionary, "Tabs") == "S", "a page's order of tabs is not that of its structure (7.18.3)");
            foreach (var reference in (file.Get<PdfArray>(page.Dictionary, "Annots") ?? []).Cast<PdfReference>())
            {
                var annotation = (PdfDictionary)file.Resolve(reference);
                var owner = owners.GetValueOrDefault(reference.Number);
                Add(faults, file.Name(annotation, "Subtype") == "Link" && owner?.Type == "Link", "an annotation is no link in a link (7.18.5)");
                Add(faults, StructureNode.Decode(file.Get<PdfString>(annotation, "Contents")) is { Length: > 0 }, "an annotation has no description (7.18.1)");
                Add(faults, file.Number(annotation, "F") == 4, "an annotation is not just printed");
                var parent = tree.GetValueOrDefault((int)file.Number(annotation, "StructParent", -1)) as PdfReference;
                Add(faults, parent is not null && parent.Number == owner?.Reference.Number, "an annotation has another parent");
            }
        }

        return faults;
    }

    private static Dictionary<int, PdfObject> ParentTree(PdfFile file)
    {
        var root = file.Get<PdfDictionary>(file.Catalog, "StructTreeRoot")!;
        var numbers = file.Get<PdfArray>(file.Get<PdfDictionary>(root, "ParentTree")!, "Nums")!;
        return Enumerable.Range(0, numbers.Count / 2).ToDictionary(i => (int)((PdfInteger)numbers[2 * i]).Value, i => numbers[(2 * i) + 1]);
    }

    private static void Add(List<string> faults, bool holds, string fault)
    {
        if (!holds)
        {
            faults.Add(fault);
        }
    }
}
