using System.Xml.Linq;

namespace WooPipeline.Formats.Word;

/// <summary>Takes all revisions as final: what was deleted goes, what was put in stays, and nobody's name remains (§17.13.5).</summary>
internal static class WordRevisions
{
    private static readonly HashSet<XName> Wrappers = [W.Main + "ins", W.Main + "moveTo"];

    public static void Accept(XElement root)
    {
        root.Descendants().Where(e => e.IsMain() && (e.Name.LocalName.EndsWith("Change", StringComparison.Ordinal)
            || e.Name.LocalName is "cellIns" or "cellMerge")).Remove();
        foreach (var row in root.Descendants(W.Tr).Where(r => r.Element(W.Main + "trPr")?.Element(W.Main + "del") is not null).ToList())
        {
            var table = row.Parent;
            row.Remove();
            if (table is not null && table.Name == W.Tbl && !table.Descendants(W.Tr).Any())
            {
                table.Remove();
            }
        }

        foreach (var cell in root.Descendants(W.Main + "cellDel").Select(d => d.Ancestors(W.Tc).FirstOrDefault()).OfType<XElement>().ToList())
        {
            cell.Elements().Where(e => e.Name != W.Main + "tcPr").Remove();
            cell.Add(new XElement(W.P));
        }

        root.Descendants(W.Main + "cellDel").Remove();
        RemoveDeletedParagraphs(root);
        root.Descendants().Where(e => e.IsMain() && e.Name.LocalName is "del" or "moveFrom").Remove();
        root.Descendants().Where(e => Wrappers.Contains(e.Name) && !e.HasElements).Remove(); // marks in properties
        WordNormaliser.Unwrap(root, Wrappers, e => e);
    }

    /// <summary>A paragraph whose mark and whole content were deleted is gone; its place must still hold one.</summary>
    private static void RemoveDeletedParagraphs(XElement root)
    {
        foreach (var paragraph in root.Descendants(W.P).ToList())
        {
            var mark = paragraph.Element(W.PPr)?.Element(W.RPr);
            var isDeleted = mark?.Element(W.Main + "del") is not null || mark?.Element(W.Main + "moveFrom") is not null;
            var holds = paragraph.Elements().Any(e => e.IsMain() && e.Name.LocalName is "r" or "hyperlink" or "ins" or "moveTo" or "fldSimple");
            if (isDeleted && !holds && paragraph.Element(W.PPr)?.Element(W.Main + "sectPr") is null && paragraph.Parent?.Elements(W.P).Skip(1).Any() == true)
            {
                paragraph.Remove();
            }
        }
    }
}
