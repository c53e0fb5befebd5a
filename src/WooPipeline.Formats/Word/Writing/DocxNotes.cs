using System.Collections.Immutable;
using System.Xml.Linq;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Word;

/// <summary>Writes the notes that the text refers to; must run after the body.</summary>
internal sealed class DocxNotes(DocxContext context)
{
    /// <summary>The part; null where the document has no notes.</summary>
    public XElement? Write()
    {
        if (context.Notes.Count == 0)
        {
            return null;
        }

        context.Part = "word/footnotes.xml";
        var blocks = new DocxBlocks(context);
        var written = new List<XElement>();
        for (var i = 0; i < context.Notes.Count; i++) // a note may refer to a note, so the list may grow
        {
            var (id, number) = context.Notes.First(n => n.Value == i + 1);
            var note = context.Tree.Footnotes.First(n => n.Id == id);
            written.Add(Note(number, blocks.Blocks(note.Blocks, new DocxPlace("FootnoteText")).ToList()));
        }

        context.Part = "word/document.xml";
        return DocxWriter.Root("footnotes",
            Separator(-1, "separator", "separator"),
            Separator(0, "continuationSeparator", "continuationSeparator"),
            written);
    }

    private static XElement Note(int number, List<XElement> content)
    {
        var sign = M.E("r", M.Properties(TextStyle.None, null, "FootnoteReference"), M.E("footnoteRef"));
        if (content.Count == 0 || content[0].Name != W.P)
        {
            content.Insert(0, M.E("p", M.E("pPr", M.Style("FootnoteText"))));
        }

        var place = content[0].Element(W.PPr);
        if (place is null)
        {
            content[0].AddFirst(sign, M.Run(" "));
        }
        else
        {
            place.AddAfterSelf(sign, M.Run(" "));
        }

        return M.E("footnote", M.A("id", number), content);
    }

    private static XElement Separator(int id, string type, string sign) => M.E("footnote",
        M.A("type", type), M.A("id", id),
        M.E("p", M.E("pPr", M.E("spacing", M.A("after", 0), M.A("line", 240), M.A("lineRule", "auto"))), M.E("r", M.E(sign))));
}
