using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Parliament;

/// <summary>A paper for parliament, ready to be anonymised and written.</summary>
/// <param name="Name">Its name: <c>nota</c>, <c>tabel</c>, <c>antwoorden</c>, <c>rapportage</c>; the name of its files.</param>
/// <param name="Title">Its title.</param>
/// <param name="Tree">What it says.</param>
/// <param name="CsvRows">Its table as rows of cells, the heading row first; null where it is no table.</param>
public sealed record RenderedText(string Name, string Title, DocumentTree Tree, ImmutableArray<ImmutableArray<string>>? CsvRows = null);

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

/// <summary>Who a paper is made for.</summary>
public enum Audience
{
    /// <summary>Everyone.</summary>
    Public,

    /// <summary>The ministry itself.</summary>
    Internal,
}
