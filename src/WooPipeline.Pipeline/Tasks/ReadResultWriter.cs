using WooPipeline.Documents;

namespace WooPipeline.Pipeline;

/// <summary>The workspace of a reading task: what is put in it goes into the file of the result at once, and persons are looked for while the text is at hand.</summary>
/// <param name="output">The file.</param>
/// <param name="dossier">The dossier; null where persons are looked for later.</param>
internal sealed class ReadResultWriter(Stream output, TaskDossier? dossier) : IItemStore
{
    private long position;

    private readonly List<TreePlace> trees = [];
    private readonly List<WorkspaceItem> items = [];

    /// <summary>Ends the file.</summary>
    public void Close() => new ReadResultFile { Trees = trees, Items = items }.WriteTo(output);

    /// <inheritdoc/>
    public byte[]? Get(string kind, string key) => null;

    /// <inheritdoc/>
    public void Put(string kind, string key, byte[] value)
    {
        if (kind == Workspace.TreeKind)
        {
            trees.Add(new TreePlace(key, Append(value), null, Scan(value)));
        }
        else if (kind == Workspace.ContentKind)
        {
            trees[^1] = trees[^1] with { Content = Append(value) };
        }
        else
        {
            items.Add(new WorkspaceItem(kind, key, value));
        }
    }

    /// <inheritdoc/>
    public void Flush()
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private FilePart Append(byte[] value)
    {
        output.Write(value);
        var part = new FilePart("", position, value.Length, ReadResultFile.CheckOf(value));
        position += value.Length;
        return part;
    }

    private byte[] Scan(byte[] bytes)
    {
        if (dossier is null)
        {
            return [];
        }

        var tree = TreeReader.Read(bytes)!;
        var unit = new StoredUnit { Path = "", Sha256 = "", Kind = tree.Kind, Date = tree.Date };
        return FactsPack.Write(PersonScan.Of(dossier.Engine, new DocumentRecord { Id = "", Unit = unit }, () => Workspace.Prepared(tree, unit.Kind, dossier.Settings)));
    }
}
