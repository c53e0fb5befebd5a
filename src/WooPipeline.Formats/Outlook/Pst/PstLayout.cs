namespace WooPipeline.Formats.Outlook;

/// <summary>Sizes and places that differ between ANSI, Unicode and 4K files (MS-PST §2.2.2).</summary>
/// <param name="IsAnsi">32-bit ids and offsets.</param>
/// <param name="PageSize">Bytes of a page of the two trees.</param>
/// <param name="EntriesEnd">Where the entries of a page end and its counts begin.</param>
/// <param name="NodeTree">Offset in the header of the node tree's page offset.</param>
/// <param name="BlockTree">Offset in the header of the block tree's page offset.</param>
/// <param name="CryptMethod">Offset in the header of the method of encryption.</param>
internal sealed record PstLayout(bool IsAnsi, int PageSize, int EntriesEnd, int NodeTree, int BlockTree, int CryptMethod)
{
    public static PstLayout Ansi { get; } = new(true, 512, 496, 188, 196, 461);

    public static PstLayout Unicode { get; } = new(false, 512, 488, 224, 240, 513);

    public static PstLayout Large { get; } = new(false, 4096, 4056, 224, 240, 513);

    public bool IsLarge => PageSize == 4096;

    /// <summary>Bytes of an id or an offset.</summary>
    public int Word => IsAnsi ? 4 : 8;
}
