using System.Collections.Immutable;

namespace WooPipeline.Publication;

/// <summary>What writing a package gave.</summary>
/// <param name="Files">All files of the package with <c>/</c>, sorted, relative to the staging folder.</param>
/// <param name="Problems">What a person must look at, in Dutch: rules of the law broken, files missing, sums that don't fit.</param>
public sealed record PackageReport(ImmutableArray<string> Files, ImmutableArray<PackageProblem> Problems)
{
    /// <summary>True where the package may not be published as it is.</summary>
    public bool HasErrors => Problems.Any(p => p.IsError);
}

/// <summary>Something a person must look at.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Document">Id of the document, or a public path; empty for the package.</param>
/// <param name="Message">In Dutch: what is wrong and what to do. Never content of a document.</param>
/// <param name="IsError">True where nothing may be published before it is solved.</param>
public sealed record PackageProblem(string Code, string Document, string Message, bool IsError = false);
