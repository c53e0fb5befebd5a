using System.Text;

namespace WooPipeline.Pdf.Verify;

/// <summary>Finds many forms at once (Aho and Corasick 1975) in folded text, at word borders, and long ones also without any spaces.</summary>
internal sealed class FormMatcher
{
    /// <summary>Forms shorter than this stand in packed bytes by chance.</summary>
    private const int LeastInPacked = 6;

    /// <summary>Forms at least this long are also looked for with all spaces and signs left out.</summary>
    private const int LeastSqueezed = 10;
    private readonly Automaton words = new();
    private readonly Automaton squeezed = new();
    private readonly int[] lengths;

    public FormMatcher(IEnumerable<string> forms)
    {
        var index = 0;
        var sizes = new List<int>();
        foreach (var form in forms)
        {
            var folded = TextFolding.Fold(form);
            sizes.Add(folded.Length);
            if (folded.Length > 1)
            {
                words.Add(folded, index);
                if (TextFolding.Squeeze(folded) is { Length: >= LeastSqueezed } tight)
                {
                    squeezed.Add(tight, index);
                }
            }

            index++;
        }

        lengths = [.. sizes];
        words.Build();
        squeezed.Build();
    }

    public bool IsEmpty => words.IsEmpty;

    /// <summary>Forms in bytes read as Latin-1, UTF-8 and UTF-16 of both orders and alignments.</summary>
    public IEnumerable<int> InBytes(ReadOnlySpan<byte> data, bool isPacked)
    {
        var found = new HashSet<int>();
        // In packed bytes a letter beyond ASCII is no letter, so words end there.
        var plain = Encoding.Latin1.GetString(data);
        Add(found, isPacked ? string.Concat(plain.Select(c => char.IsAscii(c) ? c : ' ')) : plain, isPacked);
        if (data.IndexOfAnyInRange((byte)0x80, (byte)0xFF) >= 0 && !isPacked)
        {
            Add(found, Encoding.UTF8.GetString(data), isPacked);
        }

        if (data.IndexOf((byte)0) >= 0)
        {
            Add(found, Encoding.BigEndianUnicode.GetString(data), isPacked);
            Add(found, Encoding.BigEndianUnicode.GetString(data[1..]), isPacked);
        }

        return found.Order();
    }

    /// <summary>Forms in text that was read.</summary>
    public IEnumerable<int> InText(string text)
    {
        var found = new HashSet<int>();
        Add(found, text, isPacked: false);
        return found.Order();
    }

    private void Add(HashSet<int> found, string text, bool isPacked)
    {
        var folded = TextFolding.Fold(text);
        words.Find(folded, atBorders: true, (form, _) =>
        {
            if (!isPacked || lengths[form] >= LeastInPacked)
            {
                found.Add(form);
            }
        });
        if (!isPacked && !squeezed.IsEmpty)
        {
            squeezed.Find(TextFolding.Squeeze(folded), atBorders: false, (form, _) => found.Add(form));
        }
    }
}
