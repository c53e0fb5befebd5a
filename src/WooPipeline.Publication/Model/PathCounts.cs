using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace WooPipeline.Publication;

/// <summary>
/// A number for each of some paths, in two rows by the order of the paths (ordinal): a large dossier has millions of such numbers, and a
/// dictionary takes ten times the room.
/// </summary>
internal sealed class PathCounts : IReadOnlyDictionary<string, int>
{
    private readonly string[] paths;
    private readonly int[] counts;

    private PathCounts(string[] paths, int[] counts)
    {
        this.paths = paths;
        this.counts = counts;
    }

    /// <summary>No path.</summary>
    public static PathCounts Empty { get; } = new([], []);

    /// <inheritdoc/>
    public int Count => paths.Length;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => paths;

    /// <inheritdoc/>
    public IEnumerable<int> Values => counts;

    /// <inheritdoc/>
    public int this[string key] => TryGetValue(key, out var count) ? count : throw new KeyNotFoundException("The path has no count.");

    /// <summary>The sums of counts by path, in any order given.</summary>
    public static PathCounts Of(IReadOnlyCollection<KeyValuePair<string, int>> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Count == 0)
        {
            return Empty;
        }

        var paths = new string[counts.Count];
        var sums = new int[counts.Count];
        var length = 0;
        foreach (var (path, count) in counts.OrderBy(c => c.Key, StringComparer.Ordinal))
        {
            if (length == 0 || !string.Equals(paths[length - 1], path, StringComparison.Ordinal))
            {
                paths[length++] = path;
            }

            sums[length - 1] += count;
        }

        return length == paths.Length ? new PathCounts(paths, sums) : new PathCounts(paths[..length], sums[..length]);
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out int value)
    {
        var at = Array.BinarySearch(paths, key, StringComparer.Ordinal);
        value = at >= 0 ? counts[at] : 0;
        return at >= 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, int>> GetEnumerator()
    {
        for (var i = 0; i < paths.Length; i++)
        {
            yield return new KeyValuePair<string, int>(paths[i], counts[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
