using System.Collections.Immutable;
using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Templating;

/// <summary>Writes the pieces of a line as Markdown.</summary>
internal static class MarkdownSpans
{
    private static readonly (TextStyle Style, string Mark)[] Marks =
    [
        (TextStyle.Bold, "**"), (TextStyle.Italic, "*"), (TextStyle.Underline, "++"), (TextStyle.Strikethrough, "~~"),
        (TextStyle.Superscript, "^"), (TextStyle.Subscript, "~"),
    ];

    /// <summary>The Markdown of a line; ids of notes that it refers to are added to the list.</summary>
    public static string Of(ImmutableArray<Inline> inlines, List<string> notes, string lineEnd)
    {
        var text = new StringBuilder();
        var joined = TextRuns.Joined(inlines);
        for (var i = 0; i < joined.Count; i++)
        {
            switch (joined[i])
            {
                case TextRun run:
                    // A raised run that touches a note's mark would take the mark's bracket with it.
                    var touches = i + 1 < joined.Count && joined[i + 1] is FootnoteReference;
                    Append(text, touches ? run with { Style = run.Style & ~TextStyle.Superscript } : run, lineEnd);
                    break;
                case LineBreak:
                    text.Append(lineEnd);
                    break;
                case Link link:
                    text.Append('[').Append(Of(link.Content, notes, "&#10;")).Append("](<").Append(Target(link.Target)).Append(">)");
                    break;
                case FootnoteReference note:
                    AddNote(note.NoteId, notes);
                    text.Append("[^").Append(note.NoteId).Append(']').Append(After(joined, i + 1));
                    break;
                case PageReference page:
                    text.Append("[](pagina:").Append(page.Anchor).Append(')');
                    break;
                case InlineImage image:
                    text.Append("![").Append(MarkdownEscape.Of(image.Image.AlternativeText)).Append("]()");
                    break;
                case RedactionMark mark:
                    text.Append(MarkdownEscape.Of($"[{mark.Text}]"));
                    break;
                default:
                    break;
            }
        }

        return text.ToString().Trim(' ');
    }

    // A note's mark right before a link, a bracket or a colon would be read as part of a link or as a note's beginning.
    private static string After(List<Inline> inlines, int next) => inlines.ElementAtOrDefault(next) switch
    {
        Link or PageReference => " ",
        TextRun { Text: ['(', ..] } => "\\",
        // A colon is escaped already where it begins a text.
        _ => "",
    };

    private static void Append(StringBuilder text, TextRun run, string lineEnd)
    {
        var content = run.Text.ReplaceLineEndings("\n");
        var core = content.Trim();
        var marks = Marks.Where(m => run.Style.HasFlag(m.Style)).Select(m => m.Mark).ToList();
        if (core.Length == 0 || marks.Count == 0 || !char.IsLetterOrDigit(core[0]) || !char.IsLetterOrDigit(core[^1]))
        {
            // Marks beside punctuation may not be read as marks (CommonMark §6.2): then the words matter more than their look.
            text.Append(Escape(content, text.Length > 0, lineEnd));
            return;
        }

        var start = content.IndexOf(core, StringComparison.Ordinal);
        text.Append(content, 0, start).AppendJoin("", marks).Append(Escape(core, true, lineEnd));
        marks.Reverse();
        text.AppendJoin("", marks).Append(content, start + core.Length, content.Length - start - core.Length);
    }

    // The escape protects spaces at both edges of a value; within a line they need no protection.
    private static string Escape(string text, bool inLine, string lineEnd)
    {
        const string Space = "&#32;";
        var escaped = MarkdownEscape.Of(text);
        escaped = inLine && escaped.StartsWith(Space, StringComparison.Ordinal) ? " " + escaped[Space.Length..] : escaped;
        escaped = escaped.EndsWith(Space, StringComparison.Ordinal) ? escaped[..^Space.Length] + " " : escaped;
        return escaped.Replace("&#10;", lineEnd, StringComparison.Ordinal);
    }

    private static string Target(string target) => target.Replace("\\", "%5C", StringComparison.Ordinal).Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);

    private static void AddNote(string id, List<string> notes)
    {
        if (!notes.Contains(id))
        {
            notes.Add(id);
        }
    }
}
