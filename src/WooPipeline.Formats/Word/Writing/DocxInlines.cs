using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using WooPipeline.Documents;
using WooPipeline.Formats.Image;

namespace WooPipeline.Formats.Word;

/// <summary>Writes the content of lines as runs.</summary>
internal sealed class DocxInlines(DocxContext context)
{
    private const double PointsPerPixel = 0.75;
    private const int EmuPerPoint = 12_700;

    public IEnumerable<XElement> Write(ImmutableArray<Inline> content, string? language) => content.SelectMany(i => Write(i, language, null));

    private IEnumerable<XElement> Write(Inline inline, string? language, string? characterStyle)
    {
        switch (inline)
        {
            case TextRun run:
                return [M.Run(run.Text, M.Properties(run.Style, language, characterStyle))];
            case LineBreak:
                return [M.E("r", M.E("br"))];
            case Link link:
                return Link(link, language);
            case FootnoteReference reference:
                return Note(reference.NoteId);
            case PageReference page:
                return [M.Field($" PAGEREF {context.Bookmark(page.Anchor)} \\h ", "1")];
            case InlineImage image:
                return Image(image.Image, language);
            case RedactionMark mark:
                return [M.Run(mark.Text, M.Properties(TextStyle.None, null, DocxStyles.Mark))];
            default:
                return [];
        }
    }

    private IEnumerable<XElement> Link(Link link, string? language)
    {
        var content = link.Content.SelectMany(i => Write(i, language, "Hyperlink")).ToList();
        if (link.Target.StartsWith('#'))
        {
            return [M.E("hyperlink", M.A("anchor", context.Bookmark(link.Target[1..])), content)];
        }

        return context.Link(link.Target) is { } id ? [M.E("hyperlink", new XAttribute(W.RelId, id), content)] : content;
    }

    private XElement[] Note(string id)
    {
        if (!context.Tree.Footnotes.Any(n => n.Id == id))
        {
            return [];
        }

        if (context.Notes.TryGetValue(id, out var earlier))
        {
            // A note stands once; a later reference repeats its number.
            return [M.Run(earlier.ToString(CultureInfo.InvariantCulture), M.Properties(TextStyle.None, null, "FootnoteReference"))];
        }

        var number = context.Notes.Count + 1;
        context.Notes[id] = number;
        return [M.E("r", M.Properties(TextStyle.None, null, "FootnoteReference"), M.E("footnoteReference", M.A("id", number)))];
    }

    private XElement[] Image(ImageContent image, string? language)
    {
        if (image.Data.IsDefaultOrEmpty || image.MediaType is not ("image/png" or "image/jpeg"))
        {
            return image.AlternativeText.Length == 0 ? [] : [M.Run($"[afbeelding: {image.AlternativeText}]", M.Properties(TextStyle.Italic, language))];
        }

        var (width, height) = Size(image);
        var (id, number) = context.Image(image);
        return [M.E("r", M.E("drawing", DrawingMarkup.Inline(id, number, image.AlternativeText, (long)(width * EmuPerPoint), (long)(height * EmuPerPoint))))];
    }

    /// <summary>The size asked for, else the image's own, never wider than the text.</summary>
    private (double Width, double Height) Size(ImageContent image)
    {
        var own = ImageSize.Of(image.Data.AsSpan()) ?? (200, 150);
        var width = image.Width > 0 ? image.Width : own.Width * PointsPerPixel;
        var height = image.Height > 0 ? image.Height : width * own.Height / Math.Max(1, own.Width);
        var factor = Math.Min(1, Math.Min(context.TextWidth / width, (context.Style.PageHeight - context.Style.MarginTop - context.Style.MarginBottom) * 0.9 / height));
        return (Math.Max(1, width * factor), Math.Max(1, height * factor));
    }
}
