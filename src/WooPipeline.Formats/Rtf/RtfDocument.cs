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
internal sealed class RtfDocument(ReadOnlyMemory<byte> rtf, ReadLimits limits)
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
    private readonly StringBuilder picture = new();
    private readonly StringBuilder instruction = new();
    private readonly List<Block> commentHead = [];
    private RtfGroup group = new();
    private Action? close;
    private ReadOnlyMemory<byte> pictureBytes;
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
                pictureBytes = tokens.Take(number ?? 0);
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
            Value(name => headingStyles[style] = HeadingLevel(name)); // an entry of the table of styles
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

    /// <summary>The level of a style by its name: <c>heading 1;</c>, <c>Kop 2;</c>; 0 where it is no heading.</summary>
    private static int HeadingLevel(string name) =>
        (name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) || name.StartsWith("kop ", StringComparison.OrdinalIgnoreCase))
        && name.TrimEnd(';') is [.., >= '1' and <= '9' and var digit] ? Math.Min(6, digit - '0') : 0;

    private bool Look(string word, int? number)
    {
        var on = number != 0;
        var flag = word switch
        {
            "b" => TextStyle.Bold,
            "i" => TextStyle.Italic,
            "ul" or "uld" or "uldb" or "ulw" => TextStyle.Underline,
            "strike" or "striked" => TextStyle.Strikethrough,
            "super" => TextStyle.Superscript,
            "sub" => TextStyle.Subscript,
            _ => TextStyle.None,
        };
        var changed = (word, flag) switch
        {
            (_, not TextStyle.None) => group with { Style = on ? group.Style | flag : group.Style & ~flag },
            ("ulnone", _) => group with { Style = group.Style & ~TextStyle.Underline },
            ("nosupersub", _) => group with { Style = group.Style & ~(TextStyle.Superscript | TextStyle.Subscript) },
            ("v" or "deleted", _) => group with { IsHidden = on },
            ("plain", _) => group with { Style = TextStyle.None, IsHidden = false, Font = -1 },
            ("uc", _) => group with { Skip = Math.Clamp(number ?? 1, 0, 10) },
            ("f", _) when group.Target != RtfTarget.Fonts => group with { Font = number ?? 0 },
            _ => null,
        };
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

    private void Destination(string word, bool isStarred)
    {
        Flush();
        if (RtfDestinations.Dropped.Contains(word) || group.Target == RtfTarget.Nothing)
        {
            group = group with { Target = RtfTarget.Nothing };
        }
        else if (RtfDestinations.Pages.Contains(word))
        {
            Open(story => pages.Add(new Section(word.StartsWith('h') ? ZoneKind.PageHeader : ZoneKind.PageFooter, story)));
        }
        else if (RtfDestinations.Properties.Contains(word) && isStarred | group.Target != RtfTarget.Story)
        {
            Value(text => AddProperty(word, text));
        }
        else if (RtfDestinations.Unseen.Contains(word))
        {
            group = group with { IsHidden = true };
        }
        else if (!Special(word) && isStarred && !RtfDestinations.Wrappers.Contains(word))
        {
            group = group with { Target = RtfTarget.Nothing };
        }
    }

    private bool Special(string word)
    {
        switch (word)
        {
            case "fonttbl":
                group = group with { Target = RtfTarget.Fonts };
                return true;
            case "stylesheet":
                group = group with { Target = RtfTarget.Styles };
                return true;
            case "listtext" or "pntext":
                Number();
                return true;
            case "info" or "userprops" or "revtbl" or "docvar":
                group = group with { Target = RtfTarget.Value };
                var kind = word;
                close = word is "revtbl" or "docvar" ? () => AddProperty(kind, TakeValue()) : null;
                return true;
            case "footnote":
                var id = string.Create(CultureInfo.InvariantCulture, $"n{notes.Count + 1}");
                var place = notes.Count;
                notes.Add(new Footnote(id, []));
                Story.Add(new FootnoteReference(id));
                Open(story => notes[place] = new Footnote(id, story));
                return true;
            case "atnid" or "atnauthor":
                Value(text => commentHead.Add(Paragraph.Of(text)));
                return true;
            case "annotation":
                Open(story =>
                {
                    Story.Hang(new Section(ZoneKind.Comment, [.. commentHead, .. story]));
                    commentHead.Clear();
                });
                return true;
            case "shptxt" or "dptxbxtext":
                Open(story =>
                {
                    if (story.Length > 0)
                    {
                        Story.Hang(new Section(ZoneKind.Body, story) { Name = "text box" });
                    }
                });
                return true;
            case "fldinst":
                group = group with { Target = RtfTarget.Instruction };
                instruction.Clear();
                return true;
            case "fldrslt":
                Result();
                return true;
            case "pict":
                group = group with { Target = RtfTarget.Picture };
                close = Picture;
                return true;
            default:
                return false;
        }
    }

    private void Open(Action<ImmutableArray<Block>> finished)
    {
        stories.Push(new StoryBuilder());
        group = new RtfGroup { Skip = group.Skip, Font = group.Font };
        close = () =>
        {
            var story = stories.Pop().Finish();
            finished(story);
        };
    }

    private void Value(Action<string> finished)
    {
        group = group with { Target = RtfTarget.Value };
        value.Clear();
        close = () => finished(TakeValue());
    }

    /// <summary>The number or bullet of a paragraph in a list, as it was last shown.</summary>
    private void Number()
    {
        var (story, isHidden) = (Story, group.IsHidden || group.Target != RtfTarget.Story);
        Value(text =>
        {
            if (text.Length > 0)
            {
                story.Append((text.Any(char.IsLetterOrDigit) ? text : "\u2022") + " ", TextStyle.None, isHidden);
            }
        });
    }

    private string TakeValue()
    {
        var text = value.ToString().Trim();
        value.Clear();
        return text;
    }

    private void AddProperty(string name, string text)
    {
        if (name == "propname")
        {
            property = text;
        }
        else if (text.Length > 0)
        {
            metadata.Add(new MetadataField(name == "staticval" && property.Length > 0 ? property : name, text));
        }
    }

    private void Result()
    {
        var words = instruction.ToString().Split('"');
        var mark = Story.Mark();
        var story = Story;
        if (words.Length > 1 && words[0].Contains("HYPERLINK", StringComparison.OrdinalIgnoreCase) && Uri.TryCreate(words[1], UriKind.Absolute, out _))
        {
            close = () => story.Link(mark, words[1]);
        }
        else if (instruction.Length > 0)
        {
            story.Append(instruction.ToString().Trim() + " ", TextStyle.None, isHidden: true);
        }

        instruction.Clear();
    }

    private void Picture()
    {
        var digits = picture.ToString();
        picture.Clear();
        var bytes = pictureBytes.Length > 0 ? pictureBytes.ToArray() : Convert.FromHexString(digits[..(digits.Length & ~1)]);
        pictureBytes = default;
        if (bytes.Length > 0)
        {
            Story.Add(new InlineImage(ImageFile.Content(bytes, "")));
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
            if (char.IsAsciiHexDigit((char)b))
            {
                picture.Append((char)b);
            }
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
