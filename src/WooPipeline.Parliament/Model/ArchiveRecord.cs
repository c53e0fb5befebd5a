using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>A case or archive record: ZGW (JSON), MDTO (XML) or StUF-ZKN (XML).</summary>
/// <param name="Standard"><c>ZGW</c>, <c>MDTO</c> or <c>StUF-ZKN</c>.</param>
/// <param name="Identifier">Its identification; empty where it has none.</param>
/// <param name="Title">Its name or description; empty where it has none.</param>
/// <param name="Values">All its fields, in order.</param>
/// <param name="Files">The files that it describes.</param>
/// <param name="Source">Where it was read.</param>
public sealed record ArchiveRecord(
    string Standard, string Identifier, string Title, ImmutableArray<ArchiveValue> Values, ImmutableArray<ArchiveFile> Files, Provenance Source)
{
    /// <summary>What the record says of a field, by the end of its path.</summary>
    public ValueState StateOf(string name) => Find(name)?.State ?? ValueState.Missing;

    /// <summary>The value of a field; empty unless present.</summary>
    public string TextOf(string name) => Find(name)?.Text ?? "";

    private ArchiveValue? Find(string name) => Values.FirstOrDefault(v => v.Path == name || v.Path.EndsWith("/" + name, StringComparison.Ordinal));
}
