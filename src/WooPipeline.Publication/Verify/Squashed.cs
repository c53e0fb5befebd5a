namespace WooPipeline.Publication.Verification;

/// <summary>A text with only its letters and digits left, and where words begin and end in it. One is filled again and again, so that searching allocates nothing.</summary>
internal sealed class Squashed
{
    /// <summary>Stands where a search must not pass.</summary>
    public const char Barrier = '\0';

    private const int StartsWordMark = 1;
    private const int PartedMark = 2;
    private const int LineMark = 4;
    private const int MarkBits = 3;

    private char[] letters = new char[256];
    private int[] places = new int[256]; // place times eight, with the three marks
    private int length;

    /// <summary>Letters and digits, folded.</summary>
    public ReadOnlySpan<char> Letters => letters.AsSpan(0, length);

    /// <summary>How many they are.</summary>
    public int Length => length;

    /// <summary>Where a letter stands in the text, in UTF-16 units.</summary>
    public int Place(int index) => places[index] >> MarkBits;

    /// <summary>True where a word begins: after a separator, at a capital after a small letter, between letters and digits.</summary>
    public bool StartsWord(int index) => (places[index] & StartsWordMark) != 0;

    /// <summary>True where a sign stands between this letter and the one before.</summary>
    public bool IsParted(int index) => (places[index] & PartedMark) != 0;

    /// <summary>True where a line ended between this letter and the one before.</summary>
    public bool IsOverLine(int index) => (places[index] & LineMark) != 0;

    /// <summary>True where a word ends before this letter.</summary>
    public bool EndsWord(int index) => index >= length || StartsWord(index) || letters[index] == Barrier;

    /// <summary>Of running text: any sign is passed over.</summary>
    public Squashed FillText(ReadOnlySpan<char> text) => Fill(text, raw: false);

    /// <summary>Of bytes taken for text: only the signs that stand within names are passed over, so that chance finds nothing.</summary>
    public Squashed FillRaw(ReadOnlySpan<char> text) => Fill(text, raw: true);

    /// <summary>True where what is searched are bytes taken for text.</summary>
    public bool IsRaw { get; private set; }

    private Squashed Fill(ReadOnlySpan<char> text, bool raw)
    {
        IsRaw = raw;
        Reserve(text.Length);
        var table = Folding.Characters;
        var (into, marks) = (letters, places);
        var count = 0;
        var parted = StartsWordMark | PartedMark;
        var before = table[' '];
        for (var i = 0; i < text.Length; i++)
        {
            var here = table[text[i]];
            if (here.IsLetter)
            {
                into[count] = here.Letter;
                marks[count++] = (i << MarkBits) | parted | (FoldedCharacter.StartsWord(before, here) ? StartsWordMark : 0);
                parted = 0;
                before = here;
            }
            else if (here.IsSeparator)
            {
                parted |= text[i] == '\n' ? StartsWordMark | PartedMark | LineMark : StartsWordMark | PartedMark;
                if (raw && here.IsBarrier && count > 0 && into[count - 1] != Barrier)
                {
                    into[count] = Barrier;
                    marks[count++] = (i << MarkBits) | parted;
                }
            }
            else if (here.IsSeveral)
            {
                count = AddSeveral(text[i], i, count, text.Length, parted | (FoldedCharacter.StartsWord(before, here) ? StartsWordMark : 0));
                (into, marks) = (letters, places);
                parted = 0;
                before = here;
            }
        }

        length = count;
        return this;
    }

    /// <summary>A ligature: the letters it stands for, with room left for the rest of the text; gives how many letters there are now.</summary>
    private int AddSeveral(char c, int place, int count, int textLength, int marks)
    {
        var several = Folding.Several(c);
        Reserve(count + several.Length + textLength - place);
        foreach (var letter in several)
        {
            letters[count] = letter;
            places[count++] = (place << MarkBits) | marks;
            marks = 0;
        }

        return count;
    }

    private void Reserve(int count)
    {
        if (count > letters.Length)
        {
            var larger = Math.Max(count, letters.Length * 2);
            Array.Resize(ref letters, larger);
            Array.Resize(ref places, larger);
        }
    }
}
