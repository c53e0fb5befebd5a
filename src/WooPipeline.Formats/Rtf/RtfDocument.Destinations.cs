using System.Collections.Immutable;
using System.Globalization;
using WooPipeline.Documents;
using WooPipeline.Formats.Image;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Rtf;

/// <content>Where the text of groups goes: page headers, properties, notes, fields, pictures.</content>
internal sealed partial class RtfDocument
{
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
                return Side(word);
        }
    }

    /// <summary>Stories beside the one at hand: notes, comments, text boxes.</summary>
    private bool Side(string word)
    {
        switch (word)
        {
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
        if (picture.Take() is { Length: > 0 } bytes)
        {
            Story.Add(new InlineImage(ImageFile.Content(bytes, "")));
        }
    }
}
