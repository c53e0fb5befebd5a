using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Outlook;

/// <summary>A storage of a compound file: streams and storages by name.</summary>
internal sealed class CompoundStorage
{
    private readonly CompoundFile file;
    private readonly SortedDictionary<string, CompoundEntry> children = new(StringComparer.OrdinalIgnoreCase);

    public CompoundStorage(CompoundFile file, CompoundEntry entry)
    {
        this.file = file;
        var seen = new HashSet<uint>();
        var open = new Stack<uint>([entry.Child]);
        while (open.TryPop(out var id))
        {
            if (file.Entry(id) is not { Kind: not 0 } child)
            {
                continue;
            }

            if (!seen.Add(id))
            {
                throw new MailLimitException("beschadigd", "Het bestand is beschadigd: de inhoudsopgave loopt in een kring.");
            }

            children.TryAdd(child.Name, child);
            open.Push(child.Left);
            open.Push(child.Right);
        }
    }

    /// <summary>Names of the storages, sorted.</summary>
    public IEnumerable<string> Storages => children.Where(c => c.Value.IsStorage).Select(c => c.Key);

    /// <summary>Names of the streams, sorted.</summary>
    public IEnumerable<string> Streams => children.Where(c => !c.Value.IsStorage).Select(c => c.Key);

    /// <summary>A stream's bytes; null where there is none of the name.</summary>
    public ReadOnlyMemory<byte>? Stream(string name) =>
        children.TryGetValue(name, out var entry) && !entry.IsStorage ? file.Content(entry) : default(ReadOnlyMemory<byte>?);

    /// <summary>A storage; null where there is none of the name.</summary>
    public CompoundStorage? Storage(string name) =>
        children.TryGetValue(name, out var entry) && entry.IsStorage ? new CompoundStorage(file, entry) : null;
}
