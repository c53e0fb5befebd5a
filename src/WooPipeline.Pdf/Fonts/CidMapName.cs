using System.Globalization;

namespace WooPipeline.Pdf.Fonts;

/// <summary>A family of predefined character maps (ISO 32000-2 §9.7.5.2), from <c>Data/fonts/cid-maps.csv</c>.</summary>
/// <param name="Prefix">How its names begin.</param>
/// <param name="Ordering">The collection it leads to.</param>
/// <param name="CodePage">The code page of its codes; 0 for UTF-16.</param>
/// <param name="Ascii">CID of the space.</param>
internal sealed record CidMapName(string Prefix, string Ordering, int CodePage, int Ascii)
{
    private static readonly Lazy<CidMapName[]> Rows = new(() =>
        [.. FontData.Rows("cid-maps.csv").Skip(1).Select(r => new CidMapName(r[0], r[1], int.Parse(r[2], CultureInfo.InvariantCulture), int.Parse(r[3], CultureInfo.InvariantCulture)))]);

    public static IReadOnlyList<CidMapName> All => Rows.Value;

    /// <summary>The family of a name; null for one that isn't known.</summary>
    public static CidMapName? Find(string name)
    {
        var stem = name.EndsWith("-H", StringComparison.Ordinal) || name.EndsWith("-V", StringComparison.Ordinal) ? name[..^2] : name;
        return All.FirstOrDefault(m => m.Prefix == stem || (m.CodePage == 0 && stem.StartsWith(m.Prefix, StringComparison.Ordinal)));
    }
}
