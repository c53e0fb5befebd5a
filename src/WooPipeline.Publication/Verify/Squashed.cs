using System.Text;

namespace WooPipeline.Publication.Verification;

/// <summary>A text with only its letters and digits left, and where words begin and end in it.</summary>
internal sealed class Squashed
{
    /// <summary>Stands where a search must not pass.</summary>
    public const char Barrier = '\0';

    private const string RawSeparators = " \t\r\n-_.,'/+@:()\u00A0\u00AD\\";

    private Squashed(string letters, List<int> places, List<bool> starts)
    {
        Letters = letters;
        Places = places;
        Starts = starts;
    }

    /// <summary>Letters and digits, folded.</summary>
    public string Letters { get; }

    /// <summary>For each letter its place in the text's UTF-16 units.</summary>
    public IReadOnlyList<int> Places { get; }

    private List<bool> Starts { get; }

    /// <summary>True where a word begins: after a separator, at a capital after a small letter, between letters and digits.</summary>
    public bool StartsWord(int index) => Starts[index];

    /// <summary>True where a word ends before this letter.</summary>
    public bool EndsWord(int index) => index >= Letters.Length || Starts[index] || Letters[index] == Barrier;

    /// <summary>Of running text: any sign is passed over.</summary>
    public static Squashed OfText(string text) => Build(text, _ => false);

    /// <summary>Of bytes taken for text: only the signs that stand within names are passed over, so that chance finds nothing.</summary>
    public static Squashed OfRaw(string text) => Build(text, c => c < 0x100 && !RawSeparators.Contains(c, StringComparison.Ordinal));

    private static Squashed Build(string text, Func<char, bool> isBarrier)
    {
        var letters = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        var starts = new List<bool>(text.Length);
        var parted = true;
        var before = ' ';
        for (var i = 0; i < text.Length; i++)
        {
            var folded = Folding.Of(text[i]);
            if (folded == Folding.Nothing)
            {
                continue;
            }

            if (folded == Folding.Separator)
            {
                parted = true;
                if (isBarrier(text[i]) && letters.Length > 0 && letters[^1] != Barrier)
                {
                    Add(Barrier, i, true);
                }

                continue;
            }

            var start = parted || (char.IsUpper(text[i]) && char.IsLower(before)) || char.IsAsciiDigit(text[i]) != char.IsAsciiDigit(before);
            foreach (var letter in folded)
            {
                Add(letter, i, start);
                start = false;
            }

            parted = false;
            before = text[i];
        }

        return new Squashed(letters.ToString(), places, starts);

        void Add(char letter, int place, bool start)
        {
            letters.Append(letter);
            places.Add(place);
            starts.Add(start);
        }
    }
}
