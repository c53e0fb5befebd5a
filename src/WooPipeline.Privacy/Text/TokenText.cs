using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>A text cut in words, with what is needed to look around a word.</summary>
internal sealed class TokenText(string text, Token[] tokens, int count)
{
    private readonly string?[] folded = new string?[count];

    public string Text { get; } = text;

    public int Count { get; } = count;

    public ReadOnlySpan<Token> Tokens => tokens.AsSpan(0, Count);

    /// <summary>A word; before the first and after the last an empty one, so that callers need no bounds.</summary>
    public Token this[int index] => (uint)index < (uint)Count ? tokens[index] : new Token(
        index < 0 ? 0 : Text.Length, index < 0 ? 0 : Text.Length, 0, WordClass.None, Shape.None, Gap.Paragraph);

    /// <summary>The word as it stands.</summary>
    public ReadOnlySpan<char> Of(int index)
    {
        var token = this[index];
        return Text.AsSpan(token.Start, token.Length);
    }

    /// <summary>The word folded; made once.</summary>
    public string Folded(int index)
    {
        if ((uint)index >= (uint)Count)
        {
            return "";
        }

        return folded[index] ??= Folding.Fold(Of(index));
    }

    /// <summary>What parts a word from the one before; a paragraph at both ends.</summary>
    public Gap GapBefore(int index) => index <= 0 || index >= Count ? Gap.Paragraph : tokens[index].Before;

    public Gap GapAfter(int index) => GapBefore(index + 1);

    /// <summary>The text between a word and the one before it.</summary>
    public ReadOnlySpan<char> TextBefore(int index)
    {
        var start = index <= 0 ? 0 : this[index - 1].End;
        var end = index >= Count ? Text.Length : this[index].Start;
        return Text.AsSpan(start, Math.Max(0, end - start));
    }

    public TextSpan Span(int first, int end) => new(this[first].Start, this[end - 1].End);

    /// <summary>Index of the first word that ends after a position.</summary>
    public int IndexAt(int position)
    {
        var low = 0;
        var high = Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tokens[middle].End <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
