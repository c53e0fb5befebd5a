using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Html;

/// <summary>Writes blocks as elements.</summary>
internal sealed class HtmlBody(DocumentTree tree)
{
    private readonly StringBuilder html = new();
    private readonly Dictionary<string, string> anchors = new(StringComparer.Ordinal);
    private readonly HashSet<string> placed = new(StringComparer.Ordinal);
    private readonly List<string> notes = [];

    public string Html => html.ToString();

    public void Write(ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            Write(block);
        }
    }

    /// <summary>The notes that were referred to, with a way back.</summary>
    public void WriteNotes()
    {
        if (notes.Count == 0)
        {
            return;
        }

        html.Append("<section class=\"notes\" aria-label=\"Noten\">\n<ol>\n");
        for (var i = 0; i < notes.Count; i++) // a note may refer to a note, so the list may grow
        {
            var number = (i + 1).ToString(CultureInfo.InvariantCulture);
            html.Append("<li id=\"noot").Append(number).Append("\">");
            Write(tree.Footnotes.First(n => n.Id == notes[i]).Blocks);
            html.Append("<p><a href=\"#verwijzing").Append(number).Append("\">Terug naar de tekst bij noot ").Append(number).Append("</a></p></li>\n");
        }

        html.Append("</ol>\n</section>\n");
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Heading heading:
                var level = Math.Clamp(heading.Level, 1, 6).ToString(CultureInfo.InvariantCulture);
                html.Append("<h").Append(level).Append(Id(heading.Anchor)).Append('>');
                Line(heading.Content);
                html.Append("</h").Append(level).Append(">\n");
                break;
            case Paragraph paragraph:
                html.Append("<p").Append(Id(paragraph.Anchor)).Append(paragraph.Preformatted ? " class=\"pre\"" : "").Append('>');
                Line(paragraph.Content);
                html.Append("</p>\n");
                break;
            case ListBlock list:
                Write(list);
                break;
            case Table table:
                Write(table);
                break;
            case FieldList fields:
                Write(fields);
                break;
            case ImageBlock image:
                html.Append("<p").Append(Id(image.Anchor)).Append('>');
                Write(image.Image);
                html.Append("</p>\n");
                break;
            case PageBreak or ThematicBreak:
                html.Append("<hr>\n");
                break;
            case Section section:
                Write(section);
                break;
            default:
                break;
        }
    }

    private void Write(Section section)
    {
        if (section.Kind is ZoneKind.Hidden or ZoneKind.Comment or ZoneKind.Metadata)
        {
            return;
        }

        var isQuote = section.Kind == ZoneKind.QuotedReply || section.Name == "quote";
        var language = section.Language is null ? "" : $" lang=\"{HtmlText.Attribute(section.Language)}\"";
        var element = isQuote ? "blockquote" : language.Length > 0 ? "div" : "";
        html.Append(element.Length > 0 ? $"<{element}{language}>\n" : "");
        Write(section.Blocks);
        html.Append(element.Length > 0 ? $"</{element}>\n" : "");
    }

    private void Write(ListBlock list)
    {
        var labelled = list.Ordered && list.Items.Any(i => i.Label is not null);
        html.Append(!list.Ordered ? "<ul>\n"
            : labelled ? "<ol class=\"labels\">\n"
            : list.Start == 1 ? "<ol>\n" : $"<ol start=\"{list.Start.ToString(CultureInfo.InvariantCulture)}\">\n");
        foreach (var item in list.Items)
        {
            html.Append("<li>");
            if (labelled)
            {
                html.Append("<span class=\"label\">").Append(HtmlText.Escape(item.Label ?? "")).Append(" </span><div>");
            }

            if (item.Blocks is [Paragraph { Anchor: null } only])
            {
                Line(only.Content);
            }
            else
            {
                Write(item.Blocks);
            }

            html.Append(labelled ? "</div></li>\n" : "</li>\n");
        }

        html.Append(list.Ordered ? "</ol>\n" : "</ul>\n");
    }

    private void Write(Table table)
    {
        html.Append("<table").Append(Id(table.Anchor)).Append(">\n");
        if (table.Caption.Length > 0)
        {
            html.Append("<caption>");
            Line(table.Caption);
            html.Append("</caption>\n");
        }

        var header = Math.Min(table.HeaderRows, table.Rows.Length);
        html.Append(header > 0 ? "<thead>\n" : "");
        for (var r = 0; r < table.Rows.Length; r++)
        {
            html.Append(r == header ? header > 0 ? "</thead>\n<tbody>\n" : "<tbody>\n" : "").Append("<tr>");
            foreach (var cell in table.Rows[r].Cells)
            {
                Write(cell, r < header);
            }

            html.Append("</tr>\n");
        }

        html.Append(table.Rows.Length == header ? "</thead>\n" : "</tbody>\n").Append("</table>\n");
    }

    private void Write(TableCell cell, bool inHead)
    {
        var name = inHead || cell.IsHeader ? "th" : "td";
        html.Append('<').Append(name);
        html.Append(inHead ? " scope=\"col\"" : cell.IsHeader ? " scope=\"row\"" : "");
        html.Append(cell.ColumnSpan > 1 ? $" colspan=\"{cell.ColumnSpan.ToString(CultureInfo.InvariantCulture)}\"" : "");
        html.Append(cell.RowSpan > 1 ? $" rowspan=\"{cell.RowSpan.ToString(CultureInfo.InvariantCulture)}\"" : "").Append('>');
        if (cell.Blocks is [Paragraph { Anchor: null } only])
        {
            Line(only.Content);
        }
        else
        {
            Write(cell.Blocks);
        }

        html.Append("</").Append(name).Append('>');
    }

    private void Write(FieldList fields)
    {
        html.Append(fields.Small ? "<dl class=\"small\"" : "<dl").Append(Id(fields.Anchor)).Append(">\n");
        foreach (var field in fields.Fields)
        {
            html.Append("<dt>").Append(HtmlText.Escape(field.Label)).Append("</dt><dd>");
            Line(field.Value);
            html.Append("</dd>\n");
        }

        html.Append("</dl>\n");
    }

    private void Line(ImmutableArray<Inline> content)
    {
        foreach (var inline in content)
        {
            Write(inline);
        }
    }

    private void Write(Inline inline)
    {
        switch (inline)
        {
            case TextRun run:
                html.Append(HtmlStyles.Open(run.Style)).Append(HtmlText.Escape(run.Text)).Append(HtmlStyles.Close(run.Style));
                break;
            case LineBreak:
                html.Append("<br>\n");
                break;
            case Link link:
                Write(link);
                break;
            case FootnoteReference reference:
                Write(reference);
                break;
            case InlineImage image:
                Write(image.Image);
                break;
            case RedactionMark mark:
                html.Append("<mark><span aria-hidden=\"true\">").Append(HtmlText.Escape(mark.Text)).Append("</span><span class=\"spoken\">")
                    .Append(HtmlText.Escape(mark.Ground.Spoken)).Append("</span></mark>");
                break;
            default:
                break;
        }
    }

    private void Write(Link link)
    {
        var target = link.Target.StartsWith('#') ? "#" + AnchorName(link.Target[1..]) : HtmlElements.Target(link.Target);
        html.Append(target is null ? "" : $"<a href=\"{HtmlText.Attribute(target)}\">");
        Line(link.Content);
        html.Append(target is null ? "" : "</a>");
    }

    private void Write(FootnoteReference reference)
    {
        if (!tree.Footnotes.Any(n => n.Id == reference.NoteId))
        {
            return;
        }

        var isFirst = !notes.Contains(reference.NoteId);
        if (isFirst)
        {
            notes.Add(reference.NoteId);
        }

        var number = (notes.IndexOf(reference.NoteId) + 1).ToString(CultureInfo.InvariantCulture);
        html.Append("<sup><a href=\"#noot").Append(number).Append(isFirst ? $"\" id=\"verwijzing{number}" : "")
            .Append("\"><span class=\"spoken\">noot </span>").Append(number).Append("</a></sup>");
    }

    private void Write(ImageContent image)
    {
        if (image.Data.IsDefaultOrEmpty || image.MediaType is not ("image/png" or "image/jpeg"))
        {
            html.Append(image.AlternativeText.Length == 0 ? "" : $"<em>[afbeelding: {HtmlText.Escape(image.AlternativeText)}]</em>");
            return;
        }

        html.Append("<img src=\"data:").Append(image.MediaType).Append(";base64,").Append(Convert.ToBase64String(image.Data.AsSpan()))
            .Append("\" alt=\"").Append(HtmlText.Attribute(image.AlternativeText)).Append("\">");
    }

    private string Id(string? anchor) => anchor is null || !placed.Add(anchor) ? "" : $" id=\"{AnchorName(anchor)}\"";

    /// <summary>Anchors are numbered, so that no anchor's text gets into the page.</summary>
    private string AnchorName(string anchor)
    {
        if (!anchors.TryGetValue(anchor, out var name))
        {
            anchors[anchor] = name = "anker" + (anchors.Count + 1).ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }
}
