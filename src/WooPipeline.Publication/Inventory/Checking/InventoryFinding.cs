using System.Collections.Immutable;

namespace WooPipeline.Publication;

/// <summary>How the platform takes a fault in an inventory.</summary>
public enum InventoryFindingKind
{
    /// <summary>It takes the row and reads something else than was meant, without saying so. The worst.</summary>
    Silent,

    /// <summary>It refuses the list, with a message.</summary>
    Refused,

    /// <summary>It reads what was meant, but something is better done otherwise.</summary>
    Advice,
}

/// <summary>A fault in an inventory.</summary>
/// <param name="Row">Row in the sheet, the heading being row 1.</param>
/// <param name="Column">Its heading, or the field's name where it is missing.</param>
/// <param name="Kind">How the platform takes it.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Message">In Dutch: what is read, and what to do.</param>
public sealed record InventoryFinding(int Row, string Column, InventoryFindingKind Kind, string Code, string Message);

/// <summary>What checking an inventory gave.</summary>
/// <param name="Rows">Rows with content below the heading.</param>
/// <param name="Findings">By row.</param>
public sealed record InventoryCheckReport(int Rows, ImmutableArray<InventoryFinding> Findings)
{
    /// <summary>0 where the platform reads it as it was meant; 1 where a person must look.</summary>
    public int ExitCode => Findings.Any(f => f.Kind != InventoryFindingKind.Advice) ? 1 : 0;
}
