namespace WooPipeline.Pdf.Verify;

/// <summary>A trie with failure links.</summary>
internal sealed class Automaton
{
    private readonly List<Dictionary<char, int>> next = [[]];
    private readonly List<int> fail = [0];
    private readonly List<List<(int Form, int Length)>> ends = [[]];

    public bool IsEmpty => next.Count == 1;

    public void Add(string text, int form)
    {
        var state = 0;
        foreach (var c in text)
        {
            if (!next[state].TryGetValue(c, out var to))
            {
                to = next.Count;
                next[state][c] = to;
                next.Add([]);
                fail.Add(0);
                ends.Add([]);
            }

            state = to;
        }

        ends[state].Add((form, text.Length));
    }

    public void Build()
    {
        var queue = new Queue<int>(next[0].Values);
        while (queue.TryDequeue(out var state))
        {
            foreach (var (c, to) in next[state])
            {
                queue.Enqueue(to);
                var back = fail[state];
                while (back != 0 && !next[back].ContainsKey(c))
                {
                    back = fail[back];
                }

                fail[to] = next[back].TryGetValue(c, out var target) && target != to ? target : 0;
                ends[to].AddRange(ends[fail[to]]);
            }
        }
    }

    public void Find(string text, bool atBorders, Action<int, int> found)
    {
        var state = 0;
        for (var i = 0; i < text.Length; i++)
        {
            int to;
            while (!next[state].TryGetValue(text[i], out to) && state != 0)
            {
                state = fail[state];
            }

            state = to;
            foreach (var (form, length) in ends[state])
            {
                var start = i + 1 - length;
                if (!atBorders || (IsBorder(text, start - 1, start) && IsBorder(text, i, i + 1)))
                {
                    found(form, start);
                }
            }
        }
    }

    /// <summary>True where two neighbouring characters don't belong to one word.</summary>
    private static bool IsBorder(string text, int left, int right) =>
        left < 0 || right >= text.Length || !char.IsLetterOrDigit(text[left]) || !char.IsLetterOrDigit(text[right]);
}
