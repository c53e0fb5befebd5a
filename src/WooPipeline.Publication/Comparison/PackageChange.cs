using System.Collections.Immutable;

namespace WooPipeline.Publication;

/// <summary>What a change between two packages is.</summary>
public enum PackageChangeKind
{
    /// <summary>New in the second.</summary>
    Added,

    /// <summary>Only in the first.</summary>
    Removed,

    /// <summary>In both, not the same.</summary>
    Changed,
}

/// <summary>A change between two packages.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Subject">The document's id in the newer package that has it, or a public path.</param>
/// <param name="Message">In Dutch: what changed. Never content of a document.</param>
public sealed record PackageChange(PackageChangeKind Kind, string Subject, string Message);

/// <summary>What comparing two packages gave.</summary>
/// <param name="Changes">Documents first, by id, then other files.</param>
/// <param name="SameDocuments">Documents that are the same in both.</param>
public sealed record PackageDiffReport(ImmutableArray<PackageChange> Changes, int SameDocuments);
