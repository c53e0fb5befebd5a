namespace WooPipeline.Publication.Verification;

/// <summary>A text with only its letters and digits left, and where words begin and end in it.</summary>
internal sealed class Squashed
{
    /// <summary>Stands where a search must not pass.</summary>
    public const char Barrier = '\0';

    private static readonly bool[] RawSeparators = [.. Enumerable.Range(0, 0x100).Select(c => " \t\r\n-_.,'/+@:()\u00A0\u00AD\\".Contains((char)c, StringComparison.Ordinal))];

    private char[] letters;
    private int[] places; // place times four, plus one where a word starts, plus two behind a separator
    private int length;

    private Squashed(int capacity)
    {
        letters = new char[capacity];
        places = new int[capacity];
    }

    /// <summary>Letters and digits, folded.</summary>
    public ReadOnlySpan<char> Letters => letters.AsSpan(0, length);

    /// <summary>How many they are.</summary>
    public int Length => length;

    /// <summary>Where a letter stands in the text, in UTF-16 units.</summary>
    public int Place(int index) => places[index] >> 2;

    /// <summary>True where a word begins: after a separator, at a capital after a small letter, between letters and digits.</summary>
    public bool StartsWord(int index) => (places[index] & 1) != 0;

    /// <summary>True where a sign stands between this letter and the one before.</summary>
    public bool IsParted(int index) => (places[index] & 2) != 0;

    /// <summary>True where a word ends before this letter.</summary>
    public bool EndsWord(int index) => index >= length || StartsWord(index) || letters[index] == Barrier;

    /// <summary>Of running text: any sign is passed over.</summary>
    public static Squashed OfText(string text) => Build(text, raw: false);

    /// <summary>Of bytes taken for text: only the signs that stand within names are passed over, so that chance finds nothing.</summary>
    public static Squashed OfRaw(string text) => Build(text, raw: true);

    private static Squashed Build(string text, bool raw)
    {
        var result = new Squashed(text.Length + 16);
        var parted = true;
        var before = ' ';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var folded = Folding.Quick(c);
            if (folded == Folding.QuickNothing)
            {
                continue;
            }

            if (folded == Folding.QuickSeparator)
            {
                parted = true;
                if (raw && c < 0x100 && !RawSeparators[c] && result.length > 0 && result.letters[result.length - 1] != Barrier)
                {
                    result.Add(Barrier, i, 3);
                }

                continue;
            }

            var start = parted ? 3 : (char.IsUpper(c) && char.IsLower(before)) || char.IsAsciiDigit(c) != char.IsAsciiDigit(before) ? 1 : 0;
            if (folded == Folding.QuickSeveral)
            {
                foreach (var letter in Folding.Of(c))
                {
                    result.Add(letter, i, start);
                    start = 0;
                }
            }
            else
            {
                result.Add(folded, i, start);
            }

            parted = false;
            before = c;
        }

        return result;
    }

    private void Add(char letter, int place, int marks)
    {
        if (length == letters.Length)
        {
            Array.Resize(ref letters, length * 2);
            Array.Resize(ref places, length * 2);
        }

        letters[length] = letter;
        places[length++] = (place << 2) | marks;
    }
}
