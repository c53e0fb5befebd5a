namespace WooPipeline.Formats.Mail;

/// <summary>Sets of keys that grow together; the first key of a set that was seen stays its root.</summary>
internal sealed class DisjointSets
{
    private readonly Dictionary<string, string> parents = new(StringComparer.Ordinal);

    /// <summary>Puts two keys in one set; false where they were already.</summary>
    public bool Join(string one, string other)
    {
        var (first, second) = (Root(one), Root(other));
        if (first == second)
        {
            return false;
        }

        parents[second] = first;
        return true;
    }

    /// <summary>The key that stands for a key's set.</summary>
    public string Root(string key)
    {
        var root = key;
        while (parents.TryGetValue(root, out var parent) && parent != root)
        {
            root = parent;
        }

        while (key != root)
        {
            var next = parents.GetValueOrDefault(key, root);
            parents[key] = root;
            key = next;
        }

        parents.TryAdd(root, root);
        return root;
    }
}
