using System.Xml.Linq;
using WooPipeline.Documents;
using WooPipeline.Formats.Html;
using WooPipeline.Formats.Office;
using WooPipeline.Formats.Text;

namespace WooPipeline.Formats.Word;

/// <summary>
/// Brings a part into a plainer form that looks the same, so that reading and redacting meet one shape: content controls are
/// unwrapped, of alternatives one is kept, imported chunks and drop-down fields become text.
/// </summary>
internal static class WordNormaliser
{
    private static readonly HashSet<XName> Wrappers = [W.Main + "sdt", W.Main + "smartTag", W.Main + "customXml"];

    public static void Normalise(XElement root, Func<string, OfficePart?> chunk)
    {
        MarkupAlternatives.Choose(root);
        Unwrap(root, Wrappers, e => e.Name == W.Main + "sdt" ? e.Element(W.Main + "sdtContent") : e);
        ShowChoices(root);
        ShowCheckBoxes(root);
        foreach (var element in root.Descendants(W.Main + "altChunk").ToList())
        {
            var part = (string?)element.Attribute(W.RelId) is { } id ? chunk(id) : null;
            element.ReplaceWith(part is null ? [] : ChunkParagraphs(part).ToArray());
        }
    }

    /// <summary>Puts the content of wrapping elements in their place; properties of the wrapper go.</summary>
    public static void Unwrap(XElement root, HashSet<XName> names, Func<XElement, XElement?> contentOf)
    {
        foreach (var wrapper in root.Descendants().Where(e => names.Contains(e.Name)).Reverse().ToList())
        {
            var content = contentOf(wrapper);
            var nodes = content?.Nodes().Where(n => n is not XElement { Name.LocalName: "smartTagPr" or "customXmlPr" }).ToList() ?? [];
            content?.RemoveNodes();
            wrapper.ReplaceWith(nodes);
        }
    }

    /// <summary>A drop-down form field (§17.16.9) shows an entry that stands in no run; it is put in one.</summary>
    private static void ShowChoices(XElement root)
    {
        foreach (var list in root.Descendants(W.Main + "ddList").ToList())
        {
            var entries = list.Elements(W.Main + "listEntry").Select(e => (string?)e.Attribute(W.Val) ?? "").ToList();
            var index = int.TryParse(list.ChildVal("result") ?? list.ChildVal("default"), out var chosen) ? chosen : 0;
            var run = list.Ancestors(W.R).FirstOrDefault();
            if (run is not null && index >= 0 && index < entries.Count)
            {
                run.AddBeforeSelf(new XElement(W.R, Text(entries[index])));
            }

            list.Remove();
        }
    }

    /// <summary>A check box of a form (§17.16.7) shows by its field alone; its sign is put in a run.</summary>
    private static void ShowCheckBoxes(XElement root)
    {
        foreach (var box in root.Descendants(W.Main + "checkBox").Where(b => b.Parent?.Name == W.Main + "ffData").ToList())
        {
            var isChecked = box.Toggle("checked") ?? box.Toggle("default") ?? false;
            box.Ancestors(W.R).FirstOrDefault()?.AddBeforeSelf(new XElement(W.R, Text(isChecked ? "\u2612" : "\u2610")));
            box.Remove();
        }
    }

    private static IEnumerable<XElement> ChunkParagraphs(OfficePart part)
    {
        var isHtml = part.ContentType.Contains("html", StringComparison.OrdinalIgnoreCase);
        if (part.ContentType.Contains("wordprocessingml", StringComparison.OrdinalIgnoreCase))
        {
            var inner = new WordReader().Read(new SourceFile("deel.docx", part.Bytes), ReadLimits.Default);
            return inner is DocumentRead read ? Paragraphs(PlainText.Of(read.Tree.Blocks)) : [];
        }

        var (decoded, _) = DecodedText.Decode(part.Bytes);
        return decoded is null ? []
            : Paragraphs(isHtml ? PlainText.Of(HtmlTree.Parse(decoded.Text).Blocks) : decoded.Text);
    }

    private static IEnumerable<XElement> Paragraphs(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => new XElement(W.P, new XElement(W.R, Text(line))));

    private static XElement Text(string text) =>
        new(W.T, new XAttribute(XNamespace.Xml + "space", "preserve"), text);
}
