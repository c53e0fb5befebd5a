using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using WooPipeline.Documents;
using static WooPipeline.Formats.OpenDocument.OdfNames;

namespace WooPipeline.Formats.OpenDocument;

/// <summary>Reads the content of a paragraph: text with its blanks (ISO/IEC 26300-1 §6.1), spans, links, notes, fields, pictures.</summary>
internal sealed class OdfLine
{
    private const int MaxDepth = 100;
    private readonly OdfWalker walker;
    private readonly List<Inline> hidden = [];
    private readonly ImmutableArray<Block>.Builder after = ImmutableArray.CreateBuilder<Block>();
    private ImmutableArray<Inline>.Builder shown = ImmutableArray.CreateBuilder<Inline>();
    private bool afterBlank = true;
    private int depth;

    public OdfLine(OdfWalker walker, XElement paragraph)
    {
        this.walker = walker;
        var isHidden = walker.Styles.IsHidden("paragraph", (string?)paragraph.Attribute(TextNs + "style-name"));
        Read(paragraph, TextStyle.None, isHidden);
        while (shown.Count > 0 && shown[^1] is LineBreak)
        {
            shown.RemoveAt(shown.Count - 1);
        }
    }

    /// <summary>What a reader sees.</summary>
    public ImmutableArray<Inline> Shown => shown.Any(i => i is not TextRun run || !string.IsNullOrWhiteSpace(run.Text)) ? shown.ToImmutable() : [];

    /// <summary>What hangs on the paragraph: hidden text, frames, comments.</summary>
    public IEnumerable<Block> After => hidden.Count == 0 ? after : [new Section(ZoneKind.Hidden, [new Paragraph([.. hidden])]), .. after];

    private void Read(XElement parent, TextStyle style, bool isHidden)
    {
        if (++depth > MaxDepth)
        {
            throw new Office.OfficeException("te-diep", $"De onderdelen van een alinea zijn dieper genest dan {MaxDepth} lagen. Zet het document om naar PDF.");
        }

        foreach (var node in parent.Nodes())
        {
            walker.Limits.Check();
            if (node is XText text)
            {
                Append(Collapse(text.Value), style, isHidden);
            }
            else if (node is XElement element)
            {
                Read(element, element.Name.Namespace, style, isHidden);
            }
        }

        depth--;
    }

    private void Read(XElement element, XNamespace space, TextStyle style, bool isHidden)
    {
        if (space == DrawNs)
        {
            AddShape(element);
        }
        else if (element.Name == OfficeNs + "annotation")
        {
            OdfWalker.Section(ZoneKind.Comment, walker.Comment(element), after);
        }
        else if (space == TextNs)
        {
            ReadText(element, style, isHidden);
        }
        else if (space != OfficeNs && space != TableNs)
        {
            Read(element, style, isHidden); // fields of presentations, marks of other makers: their text is text
        }
    }

    private void ReadText(XElement element, TextStyle style, bool isHidden)
    {
        switch (element.Name.LocalName)
        {
            case "s":
                Append(new string(' ', Math.Min(1000, Repeat(element, TextNs + "c"))), style, isHidden);
                break;
            case "tab":
                Append("\t", style, isHidden);
                break;
            case "line-break":
                if (!isHidden && shown.Count > 0)
                {
                    shown.Add(new LineBreak());
                }

                afterBlank = true;
                break;
            case "span":
                var name = (string?)element.Attribute(TextNs + "style-name");
                Read(element, style | walker.Styles.Look(name), isHidden || walker.Styles.IsHidden("text", name));
                break;
            case "a":
                ReadLink(element, style, isHidden);
                break;
            case "note":
                AddNote(element);
                break;
            case "hidden-text" or "conditional-text" or "hidden-paragraph":
                Append((string?)element.Attribute(TextNs + "string-value") ?? "", TextStyle.None, true);
                Append((string?)element.Attribute(TextNs + "string-value-if-false") ?? "", TextStyle.None, true);
                Read(element, style, isHidden || element.Name.LocalName == "hidden-text");
                break;
            case "ruby":
                Read(element, style, isHidden);
                break;
            case "bookmark" or "bookmark-start" or "bookmark-end" or "change" or "change-start" or "change-end" or "reference-mark" or "soft-page-break" or "index-title-template":
                break;
            default:
                Read(element, style, isHidden);
                break;
        }
    }

    private void ReadLink(XElement element, TextStyle style, bool isHidden)
    {
        var target = (string?)element.Attribute(Href) ?? "";
        if (isHidden || !Uri.TryCreate(target, UriKind.Absolute, out _))
        {
            Read(element, style, isHidden);
            return;
        }

        var outer = shown;
        shown = ImmutableArray.CreateBuilder<Inline>();
        Read(element, style, isHidden);
        outer.Add(new Link(target, shown.ToImmutable()));
        shown = outer;
    }

    private void AddNote(XElement note)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"n{walker.Notes.Count + 1}");
        var place = walker.Notes.Count;
        walker.Notes.Add(new Footnote(id, []));
        walker.Notes[place] = new Footnote(id, [.. note.Elements(TextNs + "note-body").SelectMany(b => walker.Story(b))]);
        shown.Add(new FootnoteReference(id));
    }

    private void AddShape(XElement element)
    {
        foreach (var block in walker.Shape(element))
        {
            if (block is ImageBlock image)
            {
                shown.Add(new InlineImage(image.Image));
            }
            else
            {
                after.Add(block);
            }
        }
    }

    private void Append(string text, TextStyle style, bool isHidden)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (isHidden)
        {
            hidden.Add(new TextRun(text));
            return;
        }

        afterBlank = text[^1] == ' ';
        shown.Add(new TextRun(text, style));
    }

    /// <summary>Blanks and line ends in a row are one blank; at the start of the paragraph none.</summary>
    private string Collapse(string text)
    {
        var result = new StringBuilder(text.Length);
        var blank = afterBlank;
        foreach (var c in text)
        {
            var isBlank = c is ' ' or '\t' or '\r' or '\n';
            if (!isBlank || !blank)
            {
                result.Append(isBlank ? ' ' : c);
            }

            blank = isBlank;
        }

        return result.ToString();
    }
}
