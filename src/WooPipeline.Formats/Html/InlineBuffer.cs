using System.Collections.Immutable;
using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Html;

/// <summary>Gathers the line content of one block: white space collapses across tags (CSS Text §4.1), equal neighbours join.</summary>
internal sealed class InlineBuffer
{
    private readonly List<(Inline Inline, string? Link)> items = [];
    private readonly StringBuilder run = new();
    private TextStyle runStyle;
    private string? runLink;
    private bool atSpace = true;

    /// <summary>Adds text.</summary>
    public void Append(string text, TextStyle style, string? link, bool preformatted)
    {
        foreach (var character in text)
        {
            switch (character)
            {
                case '\u00AD' or '\u200B' or '\uFEFF': // break hints: a word with one is still one word
                    break;
                case '\n' when preformatted:
                    Break();
                    break;
                case ' ' or '\t' or '\n' or '\r' or '\f' when !preformatted:
                    if (!atSpace)
                    {
                        Put(' ', style, link);
                        atSpace = true;
                    }

                    break;
                case '\r':
                    break;
                default:
                    if (!char.IsControl(character) || character == '\t')
                    {
                        Put(character, style, link);
                        atSpace = false;
                    }

                    break;
            }
        }
    }

    /// <summary>Ends the line.</summary>
    public void Break()
    {
        TrimEnd();
        Close();
        items.Add((new LineBreak(), null));
        atSpace = true;
    }

    /// <summary>Adds an image.</summary>
    public void Add(Inline inline, string? link)
    {
        Close();
        items.Add((inline, link));
        atSpace = false;
    }

    /// <summary>What was gathered, links grouped; the buffer is empty afterwards.</summary>
    public ImmutableArray<Inline> Take()
    {
        TrimEnd();
        Close();
        while (items.Count > 0 && items[^1].Inline is LineBreak)
        {
            items.RemoveAt(items.Count - 1);
        }

        var first = 0;
        while (first < items.Count && items[first].Inline is LineBreak)
        {
            first++;
        }

        var result = ImmutableArray.CreateBuilder<Inline>();
        for (var i = first; i < items.Count;)
        {
            var link = items[i].Link;
            if (link is null)
            {
                result.Add(items[i++].Inline);
                continue;
            }

            var content = ImmutableArray.CreateBuilder<Inline>();
            for (; i < items.Count && ReferenceEquals(items[i].Link, link); i++)
            {
                content.Add(items[i].Inline);
            }

            result.Add(new Link(link, content.ToImmutable()));
        }

        items.Clear();
        atSpace = true;
        return result.ToImmutable();
    }

    private void Put(char character, TextStyle style, string? link)
    {
        if (style != runStyle || !ReferenceEquals(link, runLink))
        {
            Close();
            runStyle = style;
            runLink = link;
        }

        run.Append(character);
    }

    private void TrimEnd()
    {
        if (run.Length > 0 && run[^1] == ' ')
        {
            run.Length--;
        }
        else if (run.Length == 0 && items.Count > 0 && items[^1].Inline is TextRun { Text: [.. var kept, ' '] } last)
        {
            items[^1] = (last with { Text = kept }, items[^1].Link);
        }
    }

    private void Close()
    {
        if (run.Length > 0)
        {
            items.Add((new TextRun(run.ToString(), runStyle), runLink));
            run.Clear();
        }
    }
}
