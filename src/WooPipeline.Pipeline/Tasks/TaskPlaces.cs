using System.Text.Json;

namespace WooPipeline.Pipeline;

/// <summary>Where the trees of units lie for workers; what doesn't lie there is put there.</summary>
internal sealed class TaskPlaces(ITaskRunner runner, Workspace workspace)
{
    private const string Kind = "plaats";

    /// <summary>Notes where a tree lies.</summary>
    public void Keep(string treeKey, FilePart tree, FilePart? content) => workspace.Put(Kind, treeKey, JsonSerializer.SerializeToUtf8Bytes(new Place(tree, content)));

    /// <summary>Where a unit's tree and native bytes lie.</summary>
    public (FilePart Tree, FilePart? Content) Of(StoredUnit unit)
    {
        if (workspace.Get(Kind, unit.TreeKey!) is { } known && JsonSerializer.Deserialize<Place>(known) is { } place
            && runner.Has(place.Tree) && (place.Content is null || runner.Has(place.Content)))
        {
            return (place.Tree, place.Content);
        }

        var content = workspace.Content(unit);
        var shared = (Tree: Share(workspace.Get(Workspace.TreeKind, unit.TreeKey!)!), Content: content.IsEmpty ? null : Share(content));
        Keep(unit.TreeKey!, shared.Tree, shared.Content);
        return shared;
    }

    private FilePart Share(ReadOnlyMemory<byte> content) => new(runner.Share(content), 0, content.Length, ReadResultFile.CheckOf(content.Span));

    private sealed record Place(FilePart Tree, FilePart? Content);
}
