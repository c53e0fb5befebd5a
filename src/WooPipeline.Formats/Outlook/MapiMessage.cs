namespace WooPipeline.Formats.Outlook;

/// <summary>A message of Outlook, from a .msg, a .pst or a winmail.dat.</summary>
/// <param name="Properties">Its properties.</param>
/// <param name="Recipients">Properties of each recipient.</param>
/// <param name="Attachments">Its attachments.</param>
internal sealed record MapiMessage(
    MapiProperties Properties,
    IReadOnlyList<MapiProperties> Recipients,
    IReadOnlyList<MapiAttachment> Attachments)
{
    /// <summary>Codes of what was odd in the file.</summary>
    public IReadOnlyList<Deviation> Deviations { get; init; } = [];
}

/// <summary>An attachment of such a message.</summary>
/// <param name="Properties">Its properties.</param>
/// <param name="Content">Its bytes; empty for an embedded message.</param>
/// <param name="Embedded">The message it is, or null.</param>
internal sealed record MapiAttachment(MapiProperties Properties, ReadOnlyMemory<byte> Content, MapiMessage? Embedded = null)
{
    /// <summary>Why its bytes can't be had, or null.</summary>
    public Quarantined? Problem { get; init; }
}
