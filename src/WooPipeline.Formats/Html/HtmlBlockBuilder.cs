using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Html;

/// <summary>Walks the elements of a page and gathers blocks.</summary>
internal sealed class HtmlBlockBuilder(HtmlTreeOptions options)
{
    private readonly InlineBuffer inlines = new();
    private readonly List<string> hidden = [];
    private ImmutableArray<Block>.Builder blocks = ImmutableArray.CreateBuilder<Block>();
    private int depth;
    private int quotes;

    public ImmutableArray<Block> Build(INode root)
    {
        Children(root, TextStyle.None, null, false);
        Flush(false);
        return blocks.ToImmutable();
    }

    private void Children(INode parent, TextStyle style, string? link, bool preformatted)
    {
        if (depth >= options.MaxDepth)
        {
            // Too deep to keep as structure: the text stays, in order.
            inlines.Append(parent.TextContent, style, link, preformatted);
            return;
        }

        depth++;
        foreach (var node in parent.ChildNodes) // a sibling is found by counting: that would take quadratic time
        {
            Visit(node, style, link, preformatted);
        }

        depth--;
    }

    private void Visit(INode node, TextStyle style, string? link, bool preformatted)
    {
        options.Budget?.Check();
        switch (node)
        {
            case IComment comment:
                Hide(CommentText(comment.Data));
                break;
            case IText text:
                inlines.Append(text.Data, style, link, preformatted);
                break;
            case IElement element when element.LocalName == "head":
                Head(element);
                break;
            case IElement element when !HtmlElements.IsDropped(element):
                if (HtmlElements.IsHidden(element))
                {
                    Hide(element.LocalName == "input" ? element.GetAttribute("value") ?? "" : Spaced(element));
                }
                else
                {
                    Visit(element, style | HtmlElements.StyleOf(element), link, preformatted);
                }

                break;
            default:
                break;
        }
    }

    /// <summary>Comments may stand in the head; the rest of it is read apart.</summary>
    private void Head(IElement head)
    {
        foreach (var comment in head.Descendants<IComment>())
        {
            Hide(CommentText(comment.Data));
        }
    }

    private void Visit(IElement element, TextStyle style, string? link, bool preformatted)
    {
        switch (element.LocalName)
        {
            case "br":
                inlines.Break();
                break;
            case "wbr":
                break;
            case "img":
                AddImage(element, link);
                break;
            case "input":
                AddInput(element, style, link);
                break;
            case "a":
                Children(element, style, HtmlElements.Target(element.GetAttribute("href")) ?? link, preformatted);
                break;
            case "svg" or "math":
                inlines.Append(Spaced(element), style, link, false);
                break;
            default:
                if (HtmlElements.IsBlock(element))
                {
                    AddBlock(element, style, link, preformatted);
                }
                else
                {
                    Children(element, style, link, preformatted);
                }

                break;
        }
    }

    /// <summary>What is filled in never touches the text before it; behind its label it reads as a field of a form, a line each.</summary>
    private void AddInput(IElement element, TextStyle style, string? link)
    {
        var text = InputText(element);
        if (text.Length == 0)
        {
            return;
        }

        var labelled = element.PreviousElementSibling is { LocalName: "label" } label && !label.TextContent.TrimEnd().EndsWith(':');
        inlines.Append((labelled ? ": " : " ") + text, style, link, false);
        if (labelled && element.NextElementSibling is { LocalName: "label" })
        {
            inlines.Break();
        }
    }

    private void AddBlock(IElement element, TextStyle style, string? link, bool preformatted)
    {
        Flush(preformatted);
        switch (element.LocalName)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                AddHeading(element, style);
                break;
            case "hr":
                blocks.Add(new ThematicBreak());
                break;
            case "ul" or "ol" or "menu" or "dir":
                AddList(element, style);
                break;
            case "table":
                AddTable(element, style);
                break;
            case "pre":
                Children(element, style, link, true);
                Flush(true);
                break;
            case "dt":
                Children(element, style | TextStyle.Bold, link, preformatted);
                break;
            case "blockquote":
                AddQuote(element, style);
                break;
            default:
                var pre = preformatted || HtmlElements.Css(element, "white-space") is "pre" or "pre-wrap" or "pre-line";
                if (options.IsMail && element.ClassList.Contains("gmail_quote"))
                {
                    AddQuote(element, style);
                }
                else
                {
                    Children(element, style, link, pre);
                    Flush(pre);
                }

                break;
        }

        Flush(preformatted);
    }

    private void AddHeading(IElement element, TextStyle style)
    {
        var content = Within(() => Children(element, style, null, false));
        var level = element.LocalName[1] - '0';
        foreach (var block in content)
        {
            blocks.Add(block is Paragraph paragraph ? new Heading(level, paragraph.Content) { Anchor = AnchorOf(element) } : block);
        }
    }

    private void AddList(IElement element, TextStyle style)
    {
        var items = ImmutableArray.CreateBuilder<ListItem>();
        foreach (var node in element.ChildNodes)
        {
            var child = node;
            var content = Within(() => ListChild(child, style));
            if (content.Length > 0)
            {
                items.Add(new ListItem(content));
            }
        }

        if (items.Count > 0)
        {
            var ordered = element.LocalName == "ol";
            var start = int.TryParse(element.GetAttribute("start"), out var number) ? number : 1;
            blocks.Add(new ListBlock(ordered, items.ToImmutable()) { Start = start });
        }
    }

    private void ListChild(INode child, TextStyle style)
    {
        if (child is IElement { LocalName: "li" } item && !HtmlElements.IsHidden(item))
        {
            Children(item, style, null, false);
        }
        else
        {
            Visit(child, style, null, false);
        }
    }

    private void AddQuote(IElement element, TextStyle style)
    {
        quotes++;
        var level = quotes;
        var content = Within(() => Children(element, style, null, false));
        quotes--;
        if (content.Length > 0)
        {
            blocks.Add(options.IsMail
                ? new Section(ZoneKind.QuotedReply, content) { Level = level }
                : new Section(ZoneKind.Body, content) { Name = "quote", Level = level });
        }
    }

    private void AddTable(IElement element, TextStyle style)
    {
        if (HtmlTableShape.IsLayout(element))
        {
            Children(element, style, null, false);
            return;
        }

        var shape = HtmlTableShape.Of(element);
        var rows = shape.Rows.Select(row => new TableRow([.. row.Cells.Select(cell => Cell(cell, style))])).ToImmutableArray();
        var caption = shape.Caption is null ? [] : Within(() => Children(shape.Caption, style, null, false));
        if (rows.Length > 0)
        {
            blocks.Add(new Table(rows, shape.HeaderRows)
            {
                Caption = [.. caption.OfType<Paragraph>().SelectMany(p => p.Content)],
            });
        }

        foreach (var stray in shape.Strays)
        {
            Visit(stray, style, null, false);
        }
    }

    private TableCell Cell(IElement cell, TextStyle style)
    {
        var content = Within(() =>
        {
            if (HtmlElements.IsHidden(cell))
            {
                Hide(Spaced(cell));
            }
            else
            {
                Children(cell, style | HtmlElements.StyleOf(cell), null, false);
            }
        });
        return new TableCell(content, Span(cell, "colspan"), Span(cell, "rowspan"), cell.LocalName == "th");
    }

    private static int Span(IElement cell, string name) =>
        int.TryParse(cell.GetAttribute(name), out var span) ? Math.Clamp(span, 1, 1000) : 1;

    private void AddImage(IElement element, string? link)
    {
        var source = element.GetAttribute("src")?.Trim() ?? "";
        var description = element.GetAttribute("alt")?.Trim() ?? "";
        var image = DataUri.Image(source) ?? options.Image?.Invoke(source);
        if (image is null && description.Length == 0)
        {
            return; // a picture that isn't there and says nothing
        }

        image ??= new ImageContent([], "image/unknown", "");
        inlines.Add(new InlineImage(description.Length > 0 ? image with { AlternativeText = description } : image), link);
    }

    private static string InputText(IElement element) => element.GetAttribute("type")?.ToLowerInvariant() switch
    {
        "checkbox" => element.HasAttribute("checked") ? "\u2612 " : "\u2610 ",
        "radio" => element.HasAttribute("checked") ? "\u25C9 " : "\u25CB ",
        "password" or "image" or "file" => "",
        _ => element.GetAttribute("value") is { Length: > 0 } value ? value + " " : "",
    };

    /// <summary>Runs a part of the walk with blocks of its own.</summary>
    private ImmutableArray<Block> Within(Action walk)
    {
        var outer = blocks;
        blocks = ImmutableArray.CreateBuilder<Block>();
        walk();
        Flush(false);
        var inner = blocks.ToImmutable();
        blocks = outer;
        return inner;
    }

    private void Flush(bool preformatted)
    {
        var content = inlines.Take();
        if (content is [InlineImage image])
        {
            blocks.Add(new ImageBlock(image.Image));
        }
        else if (content.Length > 0)
        {
            blocks.Add(new Paragraph(content) { Preformatted = preformatted });
        }

        if (hidden.Count > 0)
        {
            blocks.Add(new Section(ZoneKind.Hidden, [.. hidden.Select(text => Paragraph.Of(text))]));
            hidden.Clear();
        }
    }

    private void Hide(string text)
    {
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length > 0)
        {
            hidden.Add(words);
        }
    }

    /// <summary>Text of a comment. Conditional comments of mail programs hold markup: their text is taken, not their code.</summary>
    private static string CommentText(string data)
    {
        var text = data.Trim();
        if (!text.Contains('<', StringComparison.Ordinal))
        {
            return text.StartsWith("[if ", StringComparison.OrdinalIgnoreCase) || text.StartsWith("[endif]", StringComparison.OrdinalIgnoreCase) ? "" : text;
        }

        var start = text.StartsWith("[if ", StringComparison.OrdinalIgnoreCase) ? text.IndexOf('>', StringComparison.Ordinal) + 1 : 0;
        var end = text.EndsWith("<![endif]", StringComparison.OrdinalIgnoreCase) ? text.Length - 9 : text.Length;
        return Spaced(new HtmlParser().ParseDocument(text[start..Math.Max(start, end)]).DocumentElement);
    }

    /// <summary>Text of an element with a space between its pieces of text, without code.</summary>
    private static string Spaced(INode element) => string.Join(' ', element.Descendants<IText>()
        .Where(t => t.ParentElement is null || !HtmlElements.IsDropped(t.ParentElement) || t.ParentElement.LocalName == "title")
        .Select(t => t.Data));

    private static string? AnchorOf(IElement element) => string.IsNullOrWhiteSpace(element.Id) ? null : element.Id;
}
