using System.Collections.Frozen;

namespace WooPipeline.Publication.Inventory;

/// <summary>Which column the platform takes for which field: leading digits and case aside, the first that fits.</summary>
internal static class InventoryHeader
{
    // A semicolon can't stand in our table; a comma there stands for one.
    private static readonly FrozenDictionary<string, string> Fields = DataTable.Read("inventory-headers.csv")
        .ToFrozenDictionary(r => r[1].Replace(',', ';'), r => r[0], StringComparer.Ordinal);

    /// <summary>The field of a heading; null for a column that is passed over.</summary>
    public static string? Field(string heading) => Fields.GetValueOrDefault(Normalised(heading));

    /// <summary>The heading as it is compared.</summary>
    public static string Normalised(string heading) => heading.Trim().ToLowerInvariant().TrimStart([.. "0123456789"]).Trim();
}
