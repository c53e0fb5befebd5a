using System.Numerics;

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

    private FormTrie(Dictionary<ulong, int> roots, Dictionary<ulong, int> steps, List<int> last, List<Link> links)
    {
        this.roots = new HashIndex(roots.Count, roots.Select(r => KeyValuePair.Create(r.Key, (ulong)r.Value)));
        this.steps = new HashIndex(steps.Count, steps.Select(s => KeyValuePair.Create(s.Key, (ulong)s.Value)));
        starts = new HashFilter(roots.Keys);
        goesOn = new HashFilter(steps.Keys);
        nodes = new Node[last.Count];
        var all = new List<Form>(links.Count);
        var own = new List<Form>();
        var seen = new HashSet<Form>();
        for (var i = 0; i < nodes.Length; i++)
        {
            own.Clear();
            for (var link = last[i]; link >= 0; link = links[link].Before)
            {
                own.Add(links[link].Form);
            }

            own.Reverse();
            var first = all.Count;
            var kinds = AddTelling(own, seen, all);
            nodes[i] = new Node(first, all.Count - first, kinds);
        }

        forms = [.. all];
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

    /// <summary>The node behind each word as the first of a form, 0 where none starts with it; in batches, so that the words wait for memory side by side.</summary>
    public void Start(ReadOnlySpan<Token> words, Span<int> behind)
    {
        const int Batch = 64;
        Span<int> guesses = stackalloc int[Batch];
        for (var start = 0; start < words.Length; start += Batch)
        {
            var some = words.Slice(start, Math.Min(Batch, words.Length - start));
            var places = behind.Slice(start, some.Length);
            places.Clear();
            var marked = starts.Mark(some);
            for (var left = marked; left != 0; left &= left - 1)
            {
                var i = BitOperations.TrailingZeroCount(left);
                guesses[i] = roots.Guess(some[i].Hash);
            }

            for (var left = marked; left != 0; left &= left - 1)
            {
                var i = BitOperations.TrailingZeroCount(left);
                places[i] = guesses[i] < 0 ? 0 : (int)(roots.IsAt(guesses[i], some[i].Hash, out var node) ? node : roots.Find(some[i].Hash));
            }
        }
    }

    /// <summary>The forms that end at a node.</summary>
    public ReadOnlySpan<Form> FormsAt(int node) => forms.AsSpan(nodes[node].First, nodes[node].Count);

    /// <summary>A bit for each kind of form that ends at a node, by the kind's number.</summary>
    public int KindsAt(int node) => nodes[node].Kinds;

    /// <summary>True where nothing but initials end at a node.</summary>
    public bool HasOnlyCodes(int node) => nodes[node].Kinds == 1 << (int)FormKind.Code;

    /// <summary>Adds each form once; of initials that many persons share the first few are enough to know that they are somebody's. Gives a bit for each kind.</summary>
    private static byte AddTelling(List<Form> forms, HashSet<Form> seen, List<Form> all)
    {
        var codes = 0;
        var kinds = 0;
        seen.Clear();
        foreach (var form in forms)
        {
            if ((forms.Count > 1 && !seen.Add(form)) || (form.Kind == FormKind.Code && ++codes > MostCodes))
            {
                continue;
            }

            kinds |= 1 << (int)form.Kind;
            all.Add(form);
        }

        return (byte)kinds;
    }

    private static ulong Key(int node, ulong word) => WordHash.Finish(word ^ ((ulong)node * 0x9E3779B97F4A7C15UL));

    private readonly record struct Node(int First, int Count, byte Kinds);

    /// <summary>A form that ends at a node, and the one added to the node before it; -1 where it is the first.</summary>
    private readonly record struct Link(Form Form, int Before);

    /// <summary>Builds a trie.</summary>
    internal sealed class Builder
    {
        // Many nodes hold one form or none: links between all forms take less than a list at each node.
        private readonly Dictionary<ulong, int> steps = [];
        private readonly List<int> last = [-1];
        private readonly List<Link> links = [];
        private readonly Dictionary<ulong, int> roots = [];

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
                    next = last.Count;
                    last.Add(-1);
                    known.Add(key, next);
                }

                node = next;
            }

            links.Add(new Link(form, last[node]));
            last[node] = links.Count - 1;
        }

        public FormTrie Build() => new(roots, steps, last, links);
    }
}
