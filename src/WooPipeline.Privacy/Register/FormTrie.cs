namespace WooPipeline.Privacy;

/// <summary>
/// All written forms of all persons as sequences of word hashes. One step a word; whatever the number of persons, a word that
/// starts no form costs one look into a small bit table.
/// </summary>
internal sealed class FormTrie
{
    private const int MostCodes = 16;
    private readonly HashIndex steps;
    private readonly Form[][] forms;
    private readonly byte[] kinds;
    private readonly ulong[] roots;
    private readonly int rootMask;

    private FormTrie(Dictionary<ulong, ulong> steps, List<List<Form>?> forms, HashSet<ulong> first)
    {
        this.steps = new HashIndex(steps);
        this.forms = [.. forms.Select(f => f is null ? [] : Telling(f))];
        kinds = Array.ConvertAll(this.forms, f => (byte)f.Aggregate(0, (all, form) => all | (1 << (int)form.Kind)));
        var bits = 1 << 12;
        while (bits < first.Count * 16)
        {
            bits *= 2;
        }

        roots = new ulong[bits / 64];
        rootMask = bits - 1;
        foreach (var hash in first)
        {
            roots[((int)hash & rootMask) >> 6] |= 1UL << ((int)hash & 63);
        }
    }

    /// <summary>Next node after a word; 0 where no form goes on.</summary>
    public int Step(int node, ulong word) => node == 0 && !MayStart(word) ? 0 : (int)steps.Find(Key(node, word));

    /// <summary>False where certainly no form starts with a word.</summary>
    public bool MayStart(ulong word) => (roots[((int)word & rootMask) >> 6] & (1UL << ((int)word & 63))) != 0;

    /// <summary>The forms that end at a node.</summary>
    public ReadOnlySpan<Form> FormsAt(int node) => forms[node];

    /// <summary>A bit for each kind of form that ends at a node, by the kind's number.</summary>
    public int KindsAt(int node) => kinds[node];

    /// <summary>True where nothing but initials end at a node.</summary>
    public bool HasOnlyCodes(int node) => kinds[node] == 1 << (int)FormKind.Code;

    /// <summary>Distinct forms; of initials that many persons share the first few are enough to know that they are somebody's.</summary>
    private static Form[] Telling(List<Form> forms)
    {
        var codes = 0;
        return [.. forms.Distinct().Where(f => f.Kind != FormKind.Code || ++codes <= MostCodes)];
    }

    private static ulong Key(int node, ulong word) => WordHash.Finish(word ^ ((ulong)node * 0x9E3779B97F4A7C15UL));

    /// <summary>Builds a trie.</summary>
    internal sealed class Builder
    {
        private readonly Dictionary<ulong, ulong> steps = [];
        private readonly List<List<Form>?> forms = [null];
        private readonly HashSet<ulong> first = [];

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
                if (i == 0)
                {
                    first.Add(hash);
                }

                var key = Key(node, hash);
                if (!steps.TryGetValue(key, out var next))
                {
                    next = (ulong)forms.Count;
                    forms.Add(null);
                    steps.Add(key, next);
                }

                node = (int)next;
            }

            (forms[node] ??= []).Add(form);
        }

        public FormTrie Build() => new(steps, forms, first);
    }
}
