using System.Collections.Immutable;

namespace WooPipeline.Publication.Inventory;

/// <summary>A row of the inventory, each cell as the platform reads it.</summary>
internal sealed record InventoryRow
{
    public required string Id { get; init; }
    public string Matter { get; init; } = "";
    public string Family { get; init; } = "";
    public string Thread { get; init; } = "";
    public required string Document { get; init; }
    public string FileType { get; init; } = "";
    public string Date { get; init; } = "";
    public required string Judgement { get; init; }
    public string Suspended { get; init; } = "";
    public string Grounds { get; init; } = "";
    public string Remark { get; init; } = "";
    public string Links { get; init; } = "";
    public string Related { get; init; } = "";
    public string CaseNumbers { get; init; } = "";

    /// <summary>The cells in the official order (<c>Data/inventory-columns.csv</c>).</summary>
    public ImmutableArray<string> Cells =>
        [Id, Matter, Family, Thread, Document, FileType, Date, Judgement, Suspended, Grounds, Remark, Links, Related, CaseNumbers];
}
