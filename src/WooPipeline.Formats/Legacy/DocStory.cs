using System.Collections.Immutable;
using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Legacy;

/// <summary>Reads a stretch of a binary Word document's text: its control characters are paragraphs, cells, fields and notes (MS-DOC §2.4.1).</summary>
internal sealed class DocStory(string text, ReadLimits limits)
{
    private readonly StoryBuilder story = new();
    private readonly Stack<(StringBuilder Code, bool InCode, int Mark)> fields = new();

    public required Func<int, DocFormat> FormatAt { get; init; }

    public required Func<int, (DocFormat Format, int Level)> ParagraphAt { get; init; }

    public required Func<int, string?> NoteAt { get; init; }

    /// <summary>True where a picture stood in the text.</summary>
    public bool HasPictures { get; private set; }

    public ImmutableArray<Block> Read(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            limits.Check();
            if (text[i] is '\r' or '\a' or '\f' or '\u000E')
            {
                EndParagraph(i);
            }
            else if (text[i] < ' ')
            {
                Special(i);
            }
            else
            {
                Show(text[i].ToString(), FormatAt(i));
                if (NoteAt(i) is { } note)
                {
                    story.Add(new FootnoteReference(note)); // a note with a mark of its own
                }
            }
        }

        return story.Finish();
    }

    private void EndParagraph(int at)
    {
        fields.Clear(); // a field that goes over paragraphs is only its text
        var (format, level) = ParagraphAt(at);
        var isCell = text[at] == '\a';
        story.Level = level;
        story.InTable = isCell || format.HasFlag(DocFormat.InTable);
        if (isCell && format.HasFlag(DocFormat.RowEnd))
        {
            story.EndRow();
        }
        else if (isCell)
        {
            story.EndCell();
        }
        else
        {
            story.EndParagraph();
        }
    }

    private void Special(int at)
    {
        switch (text[at])
        {
            case '\t':
                Show("\t", FormatAt(at));
                break;
            case '\v':
                story.Add(new LineBreak());
                break;
            case '\u0013':
                fields.Push((new StringBuilder(), true, story.Mark()));
                break;
            case '\u0014' when fields.TryPop(out var field):
                fields.Push((field.Code, false, story.Mark()));
                break;
            case '\u0015' when fields.TryPop(out var ended):
                EndField(ended.Code.ToString(), ended.Mark);
                break;
            case '\u001E':
                Show("-", FormatAt(at));
                break;
            case '\u0001' or '\u0008':
                HasPictures = true;
                break;
            case '\u0002':
                if (NoteAt(at) is { } note)
                {
                    story.Add(new FootnoteReference(note));
                }

                break;
            default:
                break;
        }
    }

    private void EndField(string code, int mark)
    {
        var words = code.Split('"');
        if (words.Length > 1 && words[0].Contains("HYPERLINK", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(words[1], UriKind.Absolute, out _))
        {
            story.Link(mark, words[1]);
        }
        else if (code.Trim().Length > 0)
        {
            story.Append(code.Trim() + " ", TextStyle.None, isHidden: true);
        }
    }

    private void Show(string shown, DocFormat format)
    {
        if (fields.TryPeek(out var field) && field.InCode)
        {
            field.Code.Append(shown);
            return;
        }

        var style = (format.HasFlag(DocFormat.Bold) ? TextStyle.Bold : TextStyle.None)
            | (format.HasFlag(DocFormat.Italic) ? TextStyle.Italic : TextStyle.None)
            | (format.HasFlag(DocFormat.Strike) ? TextStyle.Strikethrough : TextStyle.None)
            | (format.HasFlag(DocFormat.Underline) ? TextStyle.Underline : TextStyle.None);
        story.Append(shown, style, (format & (DocFormat.Hidden | DocFormat.Deleted)) != 0);
    }
}
