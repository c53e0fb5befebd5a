using System.Collections.Concurrent;

namespace WooPipeline.Pipeline;

/// <summary>Where the trees of units lie for workers; what doesn't lie there is put there.</summary>
internal sealed class TaskPlaces(ITaskRunner runner, Workspace workspace)
{
    private const string Kind = "plek";
    private readonly ConcurrentDictionary<string, long> seen = new(StringComparer.Ordinal);

    /// <summary>Notes where a tree lies.</summary>
    public void Keep(string treeKey, FilePart tree, FilePart? content)
    {
        var to = new PackWriter();
        to.Part(tree);
        to.Maybe(content, to.Part);
        workspace.Put(Kind, treeKey, to.ToArray());
    }

    /// <summary>Where a unit's tree and native bytes lie.</summary>
    public (FilePart Tree, FilePart? Content) Of(StoredUnit unit)
    {
        if (workspace.Get(Kind, unit.TreeKey!) is { } known && Read(known) is var place && IsThere(place.Tree) && (place.Content is null || IsThere(place.Content)))
        {
            return place;
        }

        var content = workspace.Content(unit);
        var shared = (Tree: Share(workspace.Get(Workspace.TreeKind, unit.TreeKey!)!), Content: content.IsEmpty ? null : Share(content));
        Keep(unit.TreeKey!, shared.Tree, shared.Content);
        return shared;
    }

    /// <summary>Many parts lie in one file: it is looked for once, and again only for what lies behind all that was found there.</summary>
    private bool IsThere(FilePart part)
    {
        var end = part.Offset + part.Length;
        if (seen.TryGetValue(part.File, out var known) && known >= end)
        {
            return true;
        }

        if (!runner.Has(part))
        {
            return false;
        }

        seen.AddOrUpdate(part.File, end, (_, before) => Math.Max(before, end));
        return true;
    }

    private static (FilePart Tree, FilePart? Content) Read(byte[] known)
    {
        var from = new PackReader(known);
        return (from.Part(), from.Maybe(from.Part));
    }

    private FilePart Share(ReadOnlyMemory<byte> content) => new(runner.Share(content), 0, content.Length, ReadResultFile.CheckOf(content.Span));
}
