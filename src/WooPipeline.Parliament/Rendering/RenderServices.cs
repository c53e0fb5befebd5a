using WooPipeline.Documents;

namespace WooPipeline.Parliament;

/// <summary>What rendering needs of the pipeline.</summary>
/// <param name="Source">
/// The tree of a source by its path in the dossier (<c>bronnen/002.eml</c>), in the form in which it may be published; null where there is
/// none. The report's annexes come from it.
/// </param>
/// <param name="Layout">
/// Sets a paper on pages: name and tree in, page of each anchor out (from 1), and where it is known the page on which the anchor's block ends,
/// under the anchor with <c>/eind</c> behind it. Papers that others point at are laid out before those.
/// </param>
public sealed record RenderServices(
    Func<string, DocumentTree?> Source,
    Func<string, DocumentTree, IReadOnlyDictionary<string, int>> Layout)
{
    /// <summary>Which version is made; the public one never names who drafted it.</summary>
    public Audience Audience { get; init; } = Audience.Public;
}
