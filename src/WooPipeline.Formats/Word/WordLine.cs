using System.Collections.Immutable;
using System.Xml.Linq;
using WooPipeline.Documents;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Word;

/// <summary>Reads the line content of a paragraph: runs, links, fields, revisions, notes, drawings.</summary>
internal sealed class WordLine(WordContent content, OfficePart part, HashSet<XElement> code, XElement? paragraph, WordWalker walker)
{
    private readonly List<Inline> hidden = [];
    private readonly List<Block> after = [];
    private ImmutableArray<Inline>.Builder shown = ImmutableArray.CreateBuilder<Inline>();

    /// <summary>What a reader sees.</summary>
    public ImmutableArray<Inline> Shown => shown.ToImmutable();

    /// <summary>What hangs on the paragraph: hidden text, text boxes, charts.</summary>
    public IEnumerable<Block> After => hidden.Count == 0 ? after : [new Section(ZoneKind.Hidden, [new Paragraph([.. hidden])]), .. after];

    /// <summary>True where the paragraph breaks the page.</summary>
    public bool HasPageBreak { get; private set; }

    public void Read(IEnumerable<XElement> elements, bool deleted)
    {
        foreach (var element in elements)
        {
            content.Package.Limits.Check();
            if (element.Name.Namespace == W.Math)
            {
                ReadMath(element);
            }
            else if (element.Name.Namespace == W.Mc)
            {
                Read(element.Elements(), deleted);
            }
            else if (element.IsMain())
            {
                ReadMain(element, deleted);
            }
        }
    }

    private void ReadMain(XElement element, bool deleted)
    {
        switch (element.Name.LocalName)
        {
            case "r":
                ReadRun(element, deleted);
                break;
            case "hyperlink":
                ReadLink(element, deleted);
                break;
            case "fldSimple":
                Hide((string?)element.Attribute(W.Main + "instr") ?? "");
                Read(element.Elements(), deleted);
                break;
            case "del" or "moveFrom":
                Read(element.Elements(), deleted: true);
                break;
            case "ins" or "moveTo" or "dir" or "bdo" or "sdtContent" or "smartTag" or "customXml":
                Read(element.Elements(), deleted);
                break;
            case "p": // a paragraph where none may stand: its words are still words
                Read(element.Elements(), deleted);
                break;
            default:
                break;
        }
    }

    private void ReadLink(XElement element, bool deleted)
    {
        var relationship = part.Relationship((string?)element.Attribute(W.RelId));
        var tooltip = (string?)element.Attribute(W.Main + "tooltip");
        if (!string.IsNullOrEmpty(tooltip))
        {
            Hide(tooltip);
        }

        if (deleted || relationship is not { IsExternal: true, Target.Length: > 0 })
        {
            Read(element.Elements(), deleted);
            return;
        }

        var outer = shown;
        shown = ImmutableArray.CreateBuilder<Inline>();
        Read(element.Elements(), deleted);
        var link = new Link(relationship.Target, shown.ToImmutable());
        content.Links.Add(link, element);
        outer.Add(link);
        shown = outer;
    }

    private void ReadRun(XElement run, bool deleted)
    {
        var properties = run.Element(W.RPr);
        var invisible = deleted || content.Styles.IsHidden(properties, paragraph);
        var style = content.Styles.Look(properties);
        foreach (var child in run.Elements())
        {
            if (child.Name.Namespace == W.Mc)
            {
                foreach (var inner in child.Elements().Elements())
                {
                    ReadLeaf(inner, style, invisible);
                }
            }
            else
            {
                ReadLeaf(child, style, invisible);
            }
        }
    }

    private void ReadLeaf(XElement leaf, TextStyle style, bool invisible)
    {
        if (!leaf.IsMain())
        {
            return;
        }

        switch (leaf.Name.LocalName)
        {
            case "t":
                Text(leaf, leaf.Value, style, invisible || code.Contains(leaf));
                break;
            case "delText" or "instrText" or "delInstrText":
                Text(leaf, leaf.Value, style, true);
                break;
            case "tab" or "ptab":
                Text(leaf, "\t", style, invisible);
                break;
            case "noBreakHyphen":
                Text(leaf, "-", style, invisible);
                break;
            case "sym":
                Text(leaf, Symbol(leaf), style, invisible);
                break;
            case "br" or "cr":
                Break(leaf, invisible);
                break;
            case "footnoteReference" or "endnoteReference" when !invisible:
                var kind = leaf.Name.LocalName == "footnoteReference" ? "footnote" : "endnote";
                if (WordSideParts.Note(content, kind, (string?)leaf.Attribute(W.Id)) is { } note)
                {
                    shown.Add(new FootnoteReference(note));
                }

                break;
            case "drawing" or "pict" or "object":
                WordDrawings.Read(content, part, leaf, walker, this, invisible);
                break;
            case "ruby":
                Read(leaf.Elements().Where(e => e.Name.LocalName is "rubyBase" or "rt").Elements(), invisible);
                break;
            case "fldChar":
                foreach (var text in leaf.Descendants().Where(e => e.Name.LocalName is "name" or "default" or "helpText" or "statusText" or "listEntry"))
                {
                    Hide((string?)text.Attribute(W.Val) ?? "");
                }

                break;
            default:
                break;
        }
    }

    private void Break(XElement leaf, bool invisible)
    {
        if ((string?)leaf.Attribute(W.Main + "type") is "page")
        {
            HasPageBreak = true;
        }

        if (!invisible && shown.Count > 0)
        {
            shown.Add(new LineBreak());
        }
    }

    private void ReadMath(XElement element)
    {
        foreach (var text in element.Descendants(W.Math + "t"))
        {
            Text(text, text.Value, TextStyle.None, false);
        }
    }

    /// <summary>Adds a piece of text with its origin.</summary>
    public void Text(XElement element, string text, TextStyle style, bool invisible, XName? attribute = null)
    {
        if (text.Length == 0)
        {
            return;
        }

        var plain = text.Replace('\n', ' ').Replace('\r', ' ');
        if (invisible)
        {
            hidden.Add(new TextRun(plain));
        }
        else
        {
            shown.Add(new TextRun(plain, style, content.Place(part, new NativeText(element, plain, attribute))));
        }
    }

    public void Show(Inline inline) => shown.Add(inline);

    public void Hang(Block block) => after.Add(block);

    public void Hide(string text)
    {
        if (text.Trim().Length > 0)
        {
            hidden.Add(new TextRun(text.Trim().Replace('\n', ' ') + " "));
        }
    }

    /// <summary>A character of a symbol font: the private range has no meaning outside the font and shows as a bullet.</summary>
    private static string Symbol(XElement leaf)
    {
        var code = (string?)leaf.Attribute(W.Main + "char") ?? "";
        return ushort.TryParse(code, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture, out var value)
            && value is >= 0x20 and (< 0xD800 or > 0xF8FF) ? ((char)value).ToString() : "\u2022";
    }
}
