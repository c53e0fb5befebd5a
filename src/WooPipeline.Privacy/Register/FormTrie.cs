namespace WooPipeline.Privacy;

/// <summary>
/// All written forms of all persons as sequences of word hashes. One step a word; whatever the number of persons, a word that
/// starts no form costs one look into a small bit table.
/// </summary>
internal sealed class FormTrie
{
    private const int MostCodes = 16;
    private readonly HashIndex roots;
    private readonly HashIndex steps;
    private readonly HashFilter starts;
    private readonly HashFilter goesOn;
    private readonly Form[] forms;
    private readonly Node[] nodes;

    private FormTrie(Dictionary<ulong, ulong> roots, Dictionary<ulong, ulong> steps, List<List<Form>?> forms)
    {
        this.roots = new HashIndex(roots);
        this.steps = new HashIndex(steps);
        starts = new HashFilter(roots.Keys);
        goesOn = new HashFilter(steps.Keys);
        nodes = new Node[forms.Count];
        var all = new List<Form>(forms.Count);
        for (var i = 0; i < nodes.Length; i++)
        {
            var first = all.Count;
            all.AddRange(Telling(forms[i] ?? []));
            nodes[i] = new Node(first, all.Count - first, (byte)all.Skip(first).Aggregate(0, (kinds, form) => kinds | (1 << (int)form.Kind)));
        }

        this.forms = [.. all];
    }

    /// <summary>Next node after a word; 0 where no form goes on.</summary>
    public int Step(int node, ulong word)
    {
        if (node == 0)
        {
            return starts.MayHold(word) ? (int)roots.Find(word) : 0;
        }

        var key = Key(node, word);
        return goesOn.MayHold(key) ? (int)steps.Find(key) : 0;
    }

    /// <summary>Sets a bit for each word with which a form may start.</summary>
    public void MarkStarts(ReadOnlySpan<Token> words, Span<ulong> places) => starts.Mark(words, places);

    /// <summary>The forms that end at a node.</summary>
    public ReadOnlySpan<Form> FormsAt(int node) => forms.AsSpan(nodes[node].First, nodes[node].Count);

    /// <summary>A bit for each kind of form that ends at a node, by the kind's number.</summary>
    public int KindsAt(int node) => nodes[node].Kinds;

    /// <summary>True where nothing but initials end at a node.</summary>
    public bool HasOnlyCodes(int node) => nodes[node].Kinds == 1 << (int)FormKind.Code;

    /// <summary>Distinct forms; of initials that many persons share the first few are enough to know that they are somebody's.</summary>
    private static IEnumerable<Form> Telling(List<Form> forms)
    {
        var codes = 0;
        return forms.Distinct().Where(f => f.Kind != FormKind.Code || ++codes <= MostCodes);
    }

    private static ulong Key(int node, ulong word) => WordHash.Finish(word ^ ((ulong)node * 0x9E3779B97F4A7C15UL));

    private readonly record struct Node(int First, int Count, byte Kinds);

    /// <summary>Builds a trie.</summary>
    internal sealed class Builder
    {
        private readonly Dictionary<ulong, ulong> steps = [];
        private readonly List<List<Form>?> forms = [null];
        private readonly Dictionary<ulong, ulong> roots = [];

        /// <summary>Adds a form given as folded words.</summary>
        public void Add(IReadOnlyList<string> words, Form form)
        {
            if (words.Count == 0 || words.Any(w => w.Length == 0))
            {
                return;
            }

            var node = 0;
            for (var i = 0; i < words.Count; i++)
            {
                var hash = WordHash.Of(words[i]);
                var (known, key) = i == 0 ? (roots, hash) : (steps, Key(node, hash));
                if (!known.TryGetValue(key, out var next))
                {
                    next = (ulong)forms.Count;
                    forms.Add(null);
                    known.Add(key, next);
                }

                node = (int)next;
            }

            (forms[node] ??= []).Add(form);
        }

        public FormTrie Build() => new(roots, steps, forms);
    }
}
