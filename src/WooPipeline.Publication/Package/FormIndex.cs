using System.Runtime.InteropServices;

namespace WooPipeline.Publication;

/// <summary>
/// Finds forms in text as whole words: letters and digits only, case, diacritics and signs aside. <c>verify</c> counts by code of its
/// own; the two must agree on what a word is (a run of letters and digits). The time to search a text hardly depends on how many forms there are.
/// </summary>
internal sealed class FormIndex
{
    private const int Unknown = -1;
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> steps = [];
    private readonly List<List<int>?> ends = [null];

    /// <summary>Makes an index of forms; their numbers are their places in the list.</summary>
    public FormIndex(IReadOnlyList<string> forms)
    {
        for (var form = 0; form < forms.Count; form++)
        {
            var node = 0;
            foreach (var (word, _, _) in Words(forms[form]))
            {
                node = Step(node, word);
            }

            if (node > 0)
            {
                (ends[node] ??= []).Add(form);
            }
        }
    }

    /// <summary>Every occurrence, the longest first where several start at one word: the form's number, and where it starts and ends in the text's UTF-16 units.</summary>
    public IEnumerable<(int Form, int Start, int End)> Find(string text)
    {
        var words = Numbered(text);
        var found = new Stack<(int Node, int Last)>();
        for (var w = 0; w < words.Count; w++)
        {
            var node = 0;
            for (var last = w; last < words.Count && words[last].Number != Unknown && steps.TryGetValue(Key(node, words[last].Number), out var next); last++)
            {
                node = next;
                if (ends[node] is not null)
                {
                    found.Push((node, last));
                }
            }

            while (found.TryPop(out var match))
            {
                foreach (var form in ends[match.Node]!)
                {
                    yield return (form, words[w].Start, words[match.Last].End);
                }
            }
        }
    }

    /// <summary>The words of a text, folded, with their places.</summary>
    public static List<(string Word, int Start, int End)> Words(string text)
    {
        var result = new List<(string, int, int)>();
        Read(text, (word, start, end) => result.Add((word.ToString(), start, end)));
        return result;
    }

    private List<(int Number, int Start, int End)> Numbered(string text)
    {
        var result = new List<(int, int, int)>((text.Length / 6) + 1);
        var lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        Read(text, (word, start, end) => result.Add((lookup.TryGetValue(word, out var number) ? number : Unknown, start, end)));
        return result;
    }

    private int Step(int node, string word)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, word, out var known);
        if (!known)
        {
            number = numbers.Count - 1;
        }

        ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(steps, Key(node, number), out var there);
        if (!there)
        {
            next = ends.Count;
            ends.Add(null);
        }

        return next;
    }

    private static long Key(int node, int number) => ((long)node << 32) | (uint)number;

    /// <summary>Hears a word.</summary>
    private delegate void WordRead(ReadOnlySpan<char> word, int start, int end);

    private static void Read(string text, WordRead read)
    {
        Span<char> buffer = stackalloc char[128];
        var (length, start, end) = (0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var folded = WordFold.Of(text[i]);
            if (folded is null)
            {
                continue; // a soft hyphen or combining sign doesn't part a word
            }

            if (folded.Length == 0)
            {
                if (length > 0)
                {
                    read(buffer[..length], start, end);
                    length = 0;
                }

                continue;
            }

            start = length == 0 ? i : start;
            if (length + folded.Length > buffer.Length)
            {
                var larger = new char[buffer.Length * 2];
                buffer[..length].CopyTo(larger);
                buffer = larger;
            }

            folded.CopyTo(buffer[length..]);
            length += folded.Length;
            end = i + 1;
        }

        if (length > 0)
        {
            read(buffer[..length], start, end);
        }
    }
}
