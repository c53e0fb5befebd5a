using System.Collections.Immutable;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax.Inlines;
using WooPipeline.Documents;
using Inline = WooPipeline.Documents.Inline;

namespace WooPipeline.Templating;

/// <summary>Turns the pieces of a Markdown line into those of the tree.</summary>
internal static class MarkdownInlines
{
    private const string PageScheme = "pagina:";

    public static ImmutableArray<Inline> Build(ContainerInline? container)
    {
        if (container is null)
        {
            return [];
        }

        var built = new List<Inline>();
        AddChildren(container, TextStyle.None, built);
        return [.. TextRuns.Joined(built)];
    }

    public static string NoteId(Markdig.Extensions.Footnotes.Footnote note) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{note.Order}");

    private static void AddChildren(ContainerInline container, TextStyle style, List<Inline> built)
    {
        foreach (var child in container)
        {
            Add(child, style, built);
        }
    }

    private static void Add(Markdig.Syntax.Inlines.Inline inline, TextStyle style, List<Inline> built)
    {
        switch (inline)
        {
            case LiteralInline literal:
                AddText(literal.Content.ToString(), style, built);
                break;
            case HtmlEntityInline entity:
                AddText(entity.Transcoded.ToString(), style, built);
                break;
            case LineBreakInline lineBreak:
                built.Add(lineBreak.IsHard ? new LineBreak() : new TextRun(" ", style));
                break;
            case CodeInline code:
                AddText(code.Content, style | TextStyle.Monospace, built);
                break;
            case CustomContainerInline container:
                AddContainer(container, style, built);
                break;
            case EmphasisInline emphasis:
                AddChildren(emphasis, style | StyleOf(emphasis), built);
                break;
            case AutolinkInline auto:
                built.Add(new Link(auto.IsEmail ? $"mailto:{auto.Url}" : auto.Url, [new TextRun(auto.Url, style)]));
                break;
            case FootnoteLink { IsBackLink: false } note:
                built.Add(new FootnoteReference(NoteId(note.Footnote)));
                break;
            case LinkInline link:
                AddLink(link, style, built);
                break;
            case ContainerInline other:
                AddChildren(other, style, built);
                break;
            default:
                break;
        }
    }

    // "::" in running text is no container of ours: it stays as it was typed.
    private static void AddContainer(CustomContainerInline container, TextStyle style, List<Inline> built)
    {
        AddText("::", style, built);
        AddChildren(container, style, built);
        AddText("::", style, built);
    }

    private static void AddLink(LinkInline link, TextStyle style, List<Inline> built)
    {
        var target = link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";
        if (link.IsImage)
        {
            // Nothing is fetched: the description stands for the image, and its address stays searchable.
            var image = new InlineImage(new ImageContent([], "", PlainText.Of(Build(link))));
            built.Add(target.Length == 0 ? image : new Link(target, [image]));
            return;
        }

        if (target.StartsWith(PageScheme, StringComparison.Ordinal))
        {
            built.Add(new PageReference(target[PageScheme.Length..]));
            return;
        }

        var content = new List<Inline>();
        AddChildren(link, style, content);
        built.Add(new Link(target, [.. TextRuns.Joined(content)]));
    }

    private static void AddText(string text, TextStyle style, List<Inline> built)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                built.Add(new LineBreak());
            }

            if (lines[i].Length > 0)
            {
                built.Add(new TextRun(lines[i], style));
            }
        }
    }

    private static TextStyle StyleOf(EmphasisInline emphasis) => (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
    {
        ('*' or '_', 1) => TextStyle.Italic,
        ('*' or '_', _) => TextStyle.Bold,
        ('~', 1) => TextStyle.Subscript,
        ('~', _) => TextStyle.Strikethrough,
        ('^', _) => TextStyle.Superscript,
        ('+', _) => TextStyle.Underline,
        _ => TextStyle.None,
    };
}
