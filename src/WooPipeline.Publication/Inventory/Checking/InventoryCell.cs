namespace WooPipeline.Publication.Inventory;

/// <summary>A cell as the platform's converter hands it on.</summary>
/// <param name="Text">The text that comes out.</param>
/// <param name="Meant">The day that the sheet itself holds, where the cell is a date.</param>
internal readonly record struct InventoryCell(string Text, DateOnly? Meant = null);
