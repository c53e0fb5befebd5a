namespace WooPipeline.Publication.Verification;

/// <summary>Forms as rows of words, followed word by word. A node is a number; the root is 0.</summary>
internal sealed class WordTrie
{
    private readonly Dictionary<string, int> vocabulary = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> numbers;
    private readonly Dictionary<(int Node, int Word), int> steps = [];
    private readonly List<List<SearchForm>?> ending = [null];

    public WordTrie() => numbers = vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True where it holds nothing.</summary>
    public bool IsEmpty => steps.Count == 0;

    /// <summary>Adds a row of words.</summary>
    public void Add(ReadOnlySpan<string> words, SearchForm form)
    {
        var node = 0;
        foreach (var word in words)
        {
            if (!vocabulary.TryGetValue(word, out var number))
            {
                vocabulary[word] = number = vocabulary.Count;
            }

            if (!steps.TryGetValue((node, number), out var next))
            {
                steps[(node, number)] = next = ending.Count;
                ending.Add(null);
            }

            node = next;
        }

        (ending[node] ??= []).Add(form);
    }

    /// <summary>The node behind a word; false where no row goes on so.</summary>
    public bool TryNext(int node, ReadOnlySpan<char> word, out int next)
    {
        next = 0;
        return numbers.TryGetValue(word, out var number) && steps.TryGetValue((node, number), out next);
    }

    /// <summary>What ends at a node.</summary>
    public IReadOnlyList<SearchForm> Ending(int node) => ending[node] ?? (IReadOnlyList<SearchForm>)[];
}
