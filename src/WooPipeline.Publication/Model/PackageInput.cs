using System.Collections.Immutable;

namespace WooPipeline.Publication;

/// <summary>All that a package is made of, besides the public files that already stand in the staging folder.</summary>
public sealed record PackageInput
{
    /// <summary>The dossier.</summary>
    public required PackageDossier Dossier { get; init; }

    /// <summary>Every source and every member of a container.</summary>
    public ImmutableArray<PackageDocument> Documents { get; init; } = [];

    /// <summary>Files that only carry others.</summary>
    public ImmutableArray<PackageContainer> Containers { get; init; } = [];

    /// <summary>Texts from templates.</summary>
    public ImmutableArray<RenderedFile> Rendered { get; init; } = [];

    /// <summary>What was removed; see <see cref="RemovedForms"/>.</summary>
    public ImmutableArray<RemovedForm> Removed { get; init; } = [];

    /// <summary>Version of the tool.</summary>
    public string ToolVersion { get; init; } = "0";

    /// <summary>SHA-256 of the policy and registers that the run used, lower-case hex.</summary>
    public string PolicyHash { get; init; } = "";

    /// <summary>Messages about the run for a person, in Dutch, without content of documents.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>Texts of public files made from the package's own facts; filled by <see cref="DecisionLetter.Write"/>.</summary>
    public ImmutableArray<OwnText> OwnTexts { get; init; } = [];

    /// <summary>Interested parties that were asked for their view.</summary>
    public ImmutableArray<Consultation> Consultations { get; init; } = [];
}
