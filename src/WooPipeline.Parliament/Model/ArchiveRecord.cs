using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>What a field of a case or archive record says; each of these is another fact.</summary>
public enum ValueState
{
    /// <summary>The record doesn't have the field.</summary>
    Missing,

    /// <summary>The field is there and empty.</summary>
    Empty,

    /// <summary>The record says that there is no value (StUF <c>geenWaarde</c>, JSON <c>null</c>).</summary>
    NoValue,

    /// <summary>The record says that the value isn't known (StUF <c>waardeOnbekend</c>, the date 0001-01-01).</summary>
    Unknown,

    /// <summary>The field has a value.</summary>
    Present,
}

/// <summary>A field of a record.</summary>
/// <param name="Path">Names from the record down, with <c>/</c>: <c>opschorting/reden</c>.</param>
/// <param name="State">What it says.</param>
/// <param name="Text">Its value; empty unless present.</param>
/// <param name="IsPersonal">True where fields of this name hold persons; such values are searched for in the whole dossier.</param>
public sealed record ArchiveValue(string Path, ValueState State, string Text, bool IsPersonal);

/// <summary>A file that a record describes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Algorithm">How its checksum was made; empty where none is given.</param>
/// <param name="Checksum">The checksum in hexadecimal; empty where none is given.</param>
/// <param name="Check">Whether the file is the one described.</param>
public sealed record ArchiveFile(string Name, string Algorithm, string Checksum, ChecksumState Check);

/// <summary>Whether a file has the checksum that its record gives.</summary>
public enum ChecksumState
{
    /// <summary>The record gives no checksum.</summary>
    None,

    /// <summary>The file isn't in the dossier.</summary>
    NotHere,

    /// <summary>The algorithm isn't known here.</summary>
    UnknownAlgorithm,

    /// <summary>It is the same file.</summary>
    Same,

    /// <summary>It is another file.</summary>
    Different,
}

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
