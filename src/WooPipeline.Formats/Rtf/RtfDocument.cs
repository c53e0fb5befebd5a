using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats.Image;
using WooPipeline.Formats.Office;
using WooPipeline.Formats.Outlook;

namespace WooPipeline.Formats.Rtf;

/// <summary>
/// Builds the tree of an RTF document: paragraphs, headings by their style, tables, links, notes, pictures, page headers and footers; hidden
/// and deleted text and field instructions in hidden sections, annotations as comments, properties as metadata.
/// </summary>
internal sealed partial class RtfDocument(ReadOnlyMemory<byte> rtf, ReadLimits limits)
{
    private const int MaxGroups = 2_000;
    private readonly RtfTokens tokens = new(rtf);
    private readonly RtfCharacters characters = new();
    private readonly Stack<(RtfGroup Group, Action? Close)> groups = new();
    private readonly Stack<StoryBuilder> stories = new([new StoryBuilder()]);
    private readonly StringBuilder value = new();
    private readonly List<Section> pages = [];
    private readonly List<Footnote> notes = [];
    private readonly List<MetadataField> metadata = [];
    private readonly Dictionary<int, int> headingStyles = [];
    private readonly RtfPicture picture = new();
    private readonly StringBuilder instruction = new();
    private readonly List<Block> commentHead = [];
    private RtfGroup group = new();
    private Action? close;
    private int skipping;
    private bool starred;
    private string property = "";

    private StoryBuilder Story => stories.Peek();

    /// <exception cref="OfficeException">Groups nested beyond all measure, or too many cells.</exception>
    public DocumentRead Read(string fileName)
    {
        for (var token = tokens.Next(); token.Kind != RtfTokenKind.End; token = tokens.Next())
        {
            limits.Check();
            Take(token);
        }

        while (groups.Count > 0)
        {
            Close(); // a file cut short: what is open ends here
        }

        Flush();
        while (stories.Count > 1)
        {
            stories.Pop();
        }

        var blocks = Story.Finish();
        var distinct = pages.DistinctBy(p => (p.Kind, PlainText.Of(p.Blocks))).ToList();
        return new DocumentRead(new DocumentTree
        {
            Kind = DocumentKind.Text,
            Title = metadata.Find(m => m.Name == "title")?.Value ?? "",
            FileName = fileName,
            Blocks = [.. distinct.Where(p => p.Kind == ZoneKind.PageHeader), .. blocks, .. distinct.Where(p => p.Kind == ZoneKind.PageFooter)],
            Footnotes = [.. notes],
            Metadata = [.. metadata],
        });
    }

    private void Take(RtfToken token)
    {
        switch (token.Kind)
        {
            case RtfTokenKind.Open:
                Flush();
                groups.Push((group, close));
                close = null;
                if (groups.Count > MaxGroups)
                {
                    throw new OfficeException("te-diep", $"De onderdelen van het RTF-bestand zijn dieper genest dan {MaxGroups} lagen. Zet het om naar PDF.");
                }

                break;
            case RtfTokenKind.Close:
                Close();
                break;
            case RtfTokenKind.Symbol:
                Symbol(token.Value);
                break;
            case RtfTokenKind.Byte:
                Byte(token.Value);
                break;
            default:
                Word(token.Word, token.Number);
                break;
        }

        starred &= token.Kind == RtfTokenKind.Symbol;
    }

    private void Close()
    {
        Flush();
        skipping = 0;
        close?.Invoke();
        if (groups.TryPop(out var outer))
        {
            (group, close) = outer;
        }
    }

    private void Symbol(byte symbol)
    {
        switch (symbol)
        {
            case (byte)'*':
                starred = true;
                break;
            case (byte)'~':
                Text("\u00A0");
                break;
            case (byte)'_':
                Text("\u2011");
                break;
            case (byte)'-' or (byte)':' or (byte)'|':
                break; // an optional hyphen is not shown
            case (byte)'\r' or (byte)'\n':
                EndParagraph();
                break;
            default:
                Text(((char)symbol).ToString());
                break;
        }
    }

    private void Word(string word, int? number)
    {
        if (starred)
        {
            Destination(word, isStarred: true);
            return;
        }

        switch (word)
        {
            case "par" or "sect" or "page" or "column" or "nestcell" or "nestrow":
                EndParagraph();
                break;
            case "line":
                Flush();
                if (group.Target == RtfTarget.Story && !group.IsHidden)
                {
                    Story.Add(new LineBreak());
                }

                break;
            case "cell" or "row" or "trowd" or "trhdr" or "intbl" or "pard" or "outlinelevel" or "s":
                Structure(word, number);
                break;
            case "u" when number is not null:
                Text(((char)(number.Value & 0xFFFF)).ToString());
                skipping = group.Skip;
                break;
            case "bin":
                picture.Binary(tokens.Take(number ?? 0));
                break;
            case var _ when RtfWords.Characters.TryGetValue(word, out var text):
                Text(text);
                break;
            default:
                if (!Look(word, number) && !Fonts(word, number))
                {
                    Destination(word, isStarred: false);
                }

                break;
        }
    }

    private void Structure(string word, int? number)
    {
        Flush();
        if (group.Target == RtfTarget.Styles && word == "s" && number is { } style)
        {
            Value(name => headingStyles[style] = RtfLook.HeadingLevel(name)); // an entry of the table of styles
        }

        if (group.Target != RtfTarget.Story)
        {
            return;
        }

        switch (word)
        {
            case "cell":
                Story.EndCell();
                break;
            case "row":
                Story.EndRow();
                break;
            case "trhdr":
                Story.IsHeaderRow = true;
                break;
            case "intbl":
                Story.InTable = true;
                break;
            case "pard":
                Story.InTable = false;
                Story.Level = 0;
                break;
            case "outlinelevel":
                Story.Level = number is >= 0 and < 9 ? Math.Min(6, number.Value + 1) : 0;
                break;
            case "s":
                Story.Level = headingStyles.GetValueOrDefault(number ?? 0);
                break;
            default:
                break;
        }
    }

    private bool Look(string word, int? number)
    {
        var changed = RtfLook.Changed(group, word, number);
        if (changed is not null)
        {
            Flush();
            group = changed;
        }

        return changed is not null;
    }

    private bool Fonts(string word, int? number)
    {
        switch (word)
        {
            case "f":
                group = group with { Font = number ?? 0 };
                return true;
            case "fcharset" when group.Target == RtfTarget.Fonts:
                characters.SetCharset(group.Font, number ?? 0);
                return true;
            case "cpg" when group.Target == RtfTarget.Fonts && number is > 0:
                characters.SetPage(group.Font, number.Value);
                return true;
            case "ansicpg" when number is > 0:
                characters.AnsiPage = number.Value;
                return true;
            case "deff":
                characters.DefaultFont = number ?? -1;
                return true;
            default:
                return false;
        }
    }

    private void EndParagraph()
    {
        Flush();
        skipping = 0;
        if (group.Target == RtfTarget.Story)
        {
            Story.EndParagraph();
        }
    }

    private void Byte(byte b)
    {
        if (skipping > 0)
        {
            skipping--; // stands for the character that \u gave
        }
        else if (group.Target == RtfTarget.Picture)
        {
            picture.Digit(b);
        }
        else if (group.Target is not (RtfTarget.Nothing or RtfTarget.Fonts))
        {
            Show(characters.Add(b, group.Font));
        }
    }

    private void Text(string text)
    {
        skipping = 0;
        Flush();
        Show(text is "\r\n" ? " " : text);
    }

    private void Flush() => Show(characters.Take());

    private void Show(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        switch (group.Target)
        {
            case RtfTarget.Story:
                // The private range of symbol fonts has no meaning outside the font: a bullet.
                Story.Append(text is [>= '\uF000' and <= '\uF0FF'] ? "\u2022" : text, group.Style, group.IsHidden);
                break;
            case RtfTarget.Value:
                value.Append(text);
                break;
            case RtfTarget.Instruction:
                instruction.Append(text);
                break;
            default:
                break;
        }
    }
}
