using System.Collections.Immutable;

namespace WooPipeline.Publication;

/// <summary>How many passages of one document went, by kind, ground and source: what a reader can still take in where there are very many.</summary>
internal static class AccountSums
{
    /// <summary>The headings.</summary>
    public static ImmutableArray<string> Header { get; } = ["Passages", "Bladzijden", "Soort gegeven", "Grond", "Bron"];

    /// <summary>The rows of a document, the most passages first.</summary>
    public static ImmutableArray<ImmutableArray<string>> Of(IEnumerable<AccountRow> document) =>
        [.. document.GroupBy(r => (Kind: DisplayNames.Of(r.Decision.Decision.Label), r.Ground.Code, Source: r.Decision.Decision.ByPerson ? r.Source : "beleid"))
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Kind, StringComparer.Ordinal).ThenBy(g => g.Key.Code, StringComparer.Ordinal).ThenBy(g => g.Key.Source, StringComparer.Ordinal)
            .Select(g => ImmutableArray.Create(TreeParts.Number(g.Count()), Pages(g), g.Key.Kind, g.Key.Code, g.Key.Source))];

    private static string Pages(IEnumerable<AccountRow> rows)
    {
        var pages = rows.Select(r => r.Decision.Page).OfType<int>().Distinct().Order().ToArray();
        return pages.Length switch
        {
            0 => "",
            1 => TreeParts.Number(pages[0]),
            _ when pages[^1] - pages[0] == pages.Length - 1 => $"{TreeParts.Number(pages[0])}–{TreeParts.Number(pages[^1])}",
            _ => string.Join(", ", pages.Select(TreeParts.Number)),
        };
    }
}
