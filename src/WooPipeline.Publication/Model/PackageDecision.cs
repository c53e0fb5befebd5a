using WooPipeline.Documents;

namespace WooPipeline.Publication;

/// <summary>A decision with its place in the public file.</summary>
/// <param name="Decision">The decision; holds no text of the document.</param>
/// <param name="Page">Page of the public file, from 1; null where not known or the file has no pages.</param>
public sealed record PackageDecision(Decision Decision, int? Page = null)
{
    /// <summary>False for what stands where no reader looks: a hidden part, a property, a file name.</summary>
    public bool IsShown { get; init; } = true;
}
