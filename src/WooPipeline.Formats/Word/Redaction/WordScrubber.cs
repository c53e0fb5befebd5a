using System.Globalization;
using System.Xml.Linq;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Word;

/// <summary>Takes everything out of a text part that a reader of the public document must not get, and keeps its look.</summary>
internal sealed class WordScrubber(WordStyles styles, IReadOnlySet<XElement> droppedLinks)
{
    /// <summary>Elements that go with all they hold.</summary>
    private static readonly HashSet<string> Gone = new(StringComparer.Ordinal)
    {
        "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "proofErr", "permStart", "permEnd",
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "customXmlInsRangeStart", "customXmlInsRangeEnd",
        "customXmlDelRangeStart", "customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart",
        "customXmlMoveToRangeEnd", "lastRenderedPageBreak", "subDoc", "contentPart", "control", "movie", "printerSettings", "background", "fldData",
        "objectEmbed", "objectLink", "divId",
    };

    private readonly Dictionary<string, string> bookmarks = new(StringComparer.Ordinal);

    /// <summary>Takes note of the bookmarks that something kept points at; must see every part before any is scrubbed.</summary>
    public void Collect(XElement root)
    {
        var anchors = root.Descendants(W.Main + "hyperlink").Select(h => (string?)h.Attribute(W.Main + "anchor")).OfType<string>();
        foreach (var name in anchors.Concat(WordFieldScrubber.Bookmarks(root)))
        {
            bookmarks.TryAdd(name, "b" + (bookmarks.Count + 1).ToString(CultureInfo.InvariantCulture));
        }
    }

    public void Scrub(XElement root)
    {
        WordRevisions.Accept(root);
        RemoveHidden(root);
        WordFieldScrubber.Scrub(root, name => bookmarks.GetValueOrDefault(name));
        root.Descendants().Where(e => e.IsMain() && Gone.Contains(e.Name.LocalName)).Remove();
        ScrubLinks(root);
        ScrubBookmarks(root);
        DrawingScrubber.Scrub(root, _ => DrawingScrubber.GoneReference);
        ScrubAttributes(root);
        root.Descendants(W.R).Where(r => !r.Elements().Any(e => e.Name != W.RPr)).Remove();
        foreach (var cell in root.Descendants(W.Tc).Where(c => c.Elements().LastOrDefault()?.Name != W.P).ToList())
        {
            cell.Add(new XElement(W.P)); // a cell must end in a paragraph (§17.4.65)
        }
    }

    /// <summary>Hidden runs go; a paragraph that is hidden with its mark goes whole, as it took no room.</summary>
    private void RemoveHidden(XElement root)
    {
        foreach (var paragraph in root.Descendants(W.P).ToList())
        {
            var properties = paragraph.Element(W.PPr);
            var runs = paragraph.Descendants(W.R).Where(r => r.Ancestors(W.P).First() == paragraph).ToList();
            runs.Where(r => styles.IsHidden(r.Element(W.RPr), properties)).Remove();
            var isHidden = styles.IsHidden(properties?.Element(W.RPr), properties);
            if (isHidden && properties?.Element(W.Main + "sectPr") is null && !paragraph.Descendants(W.R).Any() && paragraph.Parent?.Elements(W.P).Skip(1).Any() == true)
            {
                paragraph.Remove();
            }
        }
    }

    private void ScrubLinks(XElement root)
    {
        foreach (var link in root.Descendants(W.Main + "hyperlink").Reverse().ToList())
        {
            var id = (string?)link.Attribute(W.RelId);
            var anchor = (string?)link.Attribute(W.Main + "anchor");
            link.RemoveAttributes();
            if (id is not null && !droppedLinks.Contains(link))
            {
                link.SetAttributeValue(W.RelId, id);
            }
            else if (id is null && anchor is not null && bookmarks.TryGetValue(anchor, out var name))
            {
                link.SetAttributeValue(W.Main + "anchor", name);
            }
            else
            {
                var nodes = link.Nodes().ToList();
                link.RemoveNodes();
                link.ReplaceWith(nodes);
            }
        }
    }

    private void ScrubBookmarks(XElement root)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in root.Descendants(W.Main + "bookmarkStart").ToList())
        {
            var id = (string?)start.Attribute(W.Id);
            if (id is not null && bookmarks.TryGetValue((string?)start.Attribute(W.Main + "name") ?? "", out var name) && kept.Add(id))
            {
                start.SetAttributeValue(W.Main + "name", name);
            }
            else
            {
                start.Remove();
            }
        }

        root.Descendants(W.Main + "bookmarkEnd").Where(e => !kept.Contains((string?)e.Attribute(W.Id) ?? "")).Remove();
    }

    private static void ScrubAttributes(XElement root)
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            element.Attributes().Where(a => !a.IsNamespaceDeclaration
                && (a.Name.LocalName.StartsWith("rsid", StringComparison.Ordinal)
                    || a.Name.LocalName is "paraId" or "textId" or "anchorId" or "editId" or "author" or "initials" or "conformance"
                    || (a.Name.LocalName == "date" && a.Name.Namespace == W.Main))).Remove();
            if (element.IsMain() && element.Name.LocalName is "tblCaption" or "tblDescription")
            {
                element.SetAttributeValue(W.Val, ""); // nobody sees it, and the view has no place for it
            }
        }

        root.Descendants().Where(e => e.IsMain() && e.Name.LocalName is "tblCaption" or "tblDescription").Remove();
    }
}
