using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>
/// A text cut in words, with what is needed to look around a word. The words stand in a pooled array between two empty ones,
/// so that callers need no bounds; it is given back on disposal.
/// </summary>
internal sealed class TokenText : IDisposable
{
    /// <summary>Every so many units the index notes which word comes next.</summary>
    private const int Step = 64;
    private readonly Lexicon lexicon;
    private readonly int[] index;
    private Token[] tokens;
    private Trigger[] triggers;
    private string?[]? folded;
    private byte[]? notes;

    /// <summary>Takes over words that stand from <c>tokens[1]</c> on; the array is the pool's.</summary>
    public TokenText(string text, Token[] tokens, Trigger[] triggers, int count, Lexicon lexicon)
    {
        Text = text;
        Count = count;
        this.tokens = tokens;
        this.triggers = triggers;
        this.lexicon = lexicon;
        tokens[0] = new Token(0, 0, 0, WordClass.None, Shape.None, Gap.Paragraph, 0);
        tokens[count + 1] = new Token(text.Length, text.Length, 0, WordClass.None, Shape.None, Gap.Paragraph, 0);
        index = ArrayPool<int>.Shared.Rent((text.Length / Step) + 1);
        var filled = 0;
        for (var k = 0; k < count; k++)
        {
            for (var last = (tokens[k + 1].End - 1) / Step; filled <= last; filled++)
            {
                index[filled] = k;
            }
        }

        for (; filled <= text.Length / Step; filled++)
        {
            index[filled] = count;
        }
    }

    public string Text { get; }

    public int Count { get; }

    public ReadOnlySpan<Token> Tokens => tokens.AsSpan(1, Count);

    /// <summary>A word; before the first and after the last an empty one, so that callers need no bounds.</summary>
    public ref readonly Token this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref tokens[(uint)index < (uint)Count ? index + 1 : index < 0 ? 0 : Count + 1];
    }

    /// <summary>The word as it stands.</summary>
    public ReadOnlySpan<char> Of(int index)
    {
        ref readonly var token = ref this[index];
        return Text.AsSpan(token.Start, token.Length);
    }

    /// <summary>The word folded; made once, and not at all where the lexicon has it.</summary>
    public string Folded(int index)
    {
        if ((uint)index >= (uint)Count)
        {
            return "";
        }

        var entry = tokens[index + 1].Entry;
        if (entry != 0)
        {
            return lexicon.Folded(entry);
        }

        if (folded is null)
        {
            folded = ArrayPool<string?>.Shared.Rent(Count);
            folded.AsSpan(0, Count).Clear();
        }

        return folded[index] ??= Folding.Fold(Of(index));
    }

    /// <summary>What parts a word from the one before; a paragraph at both ends.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Gap GapBefore(int index) => this[index].Before;

    public Gap GapAfter(int index) => GapBefore(index + 1);

    /// <summary>The text between a word and the one before it.</summary>
    public ReadOnlySpan<char> TextBefore(int index)
    {
        var start = index <= 0 ? 0 : this[index - 1].End;
        var end = index >= Count ? Text.Length : this[index].Start;
        return Text.AsSpan(start, Math.Max(0, end - start));
    }

    /// <summary>First word from a place on that has one of the classes or is written in one of the ways; <see cref="Count"/> where there is none.</summary>
    public int Next(int from, WordClass classes, Shape shapes)
    {
        var all = Tokens;
        for (var k = Math.Max(0, from); k < all.Length; k++)
        {
            ref readonly var token = ref all[k];
            if (((ulong)(token.Class & classes) | (ulong)(token.Shape & shapes)) != 0)
            {
                return k;
            }
        }

        return Count;
    }

    /// <summary>The same, or one of so many words before such a word.</summary>
    public int NextNear(int from, WordClass classes, Shape shapes, int before) => Math.Max(from, Next(from, classes, shapes) - before);

    /// <summary>First word from a place on in which somebody may have something to look at; <see cref="Count"/> where there is none.</summary>
    public int Next(int from, Trigger any)
    {
        var all = MemoryMarshal.Cast<Trigger, uint>(triggers.AsSpan(0, Count));
        var k = Math.Max(0, from);
        var wanted = Vector256.Create((uint)any);
        for (; k <= all.Length - Vector256<uint>.Count; k += Vector256<uint>.Count)
        {
            var found = ~Vector256.Equals(Vector256.Create<uint>(all[k..]) & wanted, Vector256<uint>.Zero).ExtractMostSignificantBits() & 0xFF;
            if (found != 0)
            {
                return k + BitOperations.TrailingZeroCount(found);
            }
        }

        while (k < all.Length && (all[k] & (uint)any) == 0)
        {
            k++;
        }

        return Math.Min(k, Count);
    }

    /// <summary>The same, or one of so many words before such a word.</summary>
    public int NextNear(int from, Trigger any, int before) => Math.Max(from, Next(from, any) is var next && next < Count ? next - before : next);

    /// <summary>True where a question of a place was answered before; gives the answer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Knows(int index, Note note, out bool answer)
    {
        var kept = notes is not null && (uint)index < (uint)Count ? notes[index] >> (int)note : 0;
        answer = (kept & 2) != 0;
        return (kept & 1) != 0;
    }

    /// <summary>Keeps the answer to a question of a place, and gives it back.</summary>
    public bool Keep(int index, Note note, bool answer)
    {
        if ((uint)index < (uint)Count)
        {
            if (notes is null)
            {
                notes = ArrayPool<byte>.Shared.Rent(Count);
                notes.AsSpan(0, Count).Clear();
            }

            notes[index] |= (byte)((answer ? 3 : 1) << (int)note);
        }

        return answer;
    }

    /// <summary>True where one of those may have something to look at in a word.</summary>
    public bool Has(int index, Trigger any) => (uint)index < (uint)Count && (triggers[index] & any) != 0;

    public TextSpan Span(int first, int end) => new(this[first].Start, this[end - 1].End);

    /// <summary>Index of the first word that ends after a position.</summary>
    public int IndexAt(int position)
    {
        if (position <= 0)
        {
            return 0;
        }

        if (position >= Text.Length)
        {
            return Count;
        }

        var k = index[position / Step];
        while (k < Count && tokens[k + 1].End <= position)
        {
            k++;
        }

        return k;
    }

    public void Dispose()
    {
        if (tokens.Length > 0)
        {
            ArrayPool<Token>.Shared.Return(tokens);
            ArrayPool<Trigger>.Shared.Return(triggers);
            triggers = [];
            if (notes is not null)
            {
                ArrayPool<byte>.Shared.Return(notes);
                notes = null;
            }

            ArrayPool<int>.Shared.Return(index);
            tokens = [];
            if (folded is not null)
            {
                ArrayPool<string?>.Shared.Return(folded, clearArray: true);
                folded = null;
            }
        }
    }
}
