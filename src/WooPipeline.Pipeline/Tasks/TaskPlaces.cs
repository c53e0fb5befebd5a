namespace WooPipeline.Pipeline;

/// <summary>Where the trees of units lie for workers; what doesn't lie there is put there.</summary>
internal sealed class TaskPlaces(ITaskRunner runner, Workspace workspace)
{
    private const string Kind = "plek";

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
        if (workspace.Get(Kind, unit.TreeKey!) is { } known && Read(known) is var place && runner.Has(place.Tree) && (place.Content is null || runner.Has(place.Content)))
        {
            return place;
        }

        var content = workspace.Content(unit);
        var shared = (Tree: Share(workspace.Get(Workspace.TreeKind, unit.TreeKey!)!), Content: content.IsEmpty ? null : Share(content));
        Keep(unit.TreeKey!, shared.Tree, shared.Content);
        return shared;
    }

    private static (FilePart Tree, FilePart? Content) Read(byte[] known)
    {
        var from = new PackReader(known);
        return (from.Part(), from.Maybe(from.Part));
    }

    private FilePart Share(ReadOnlyMemory<byte> content) => new(runner.Share(content), 0, content.Length, ReadResultFile.CheckOf(content.Span));
}
