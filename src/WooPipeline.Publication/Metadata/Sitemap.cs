using System.Collections.Frozen;
using System.Text;
using System.Xml;

namespace WooPipeline.Publication.Metadata;

/// <summary>DiWoo sitemaps with an index for each information category; only where it is known where the files will stand.</summary>
internal static class Sitemap
{
    /// <summary>Entries of one sitemap (sitemaps.org).</summary>
    public const int MaxEntries = 50_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly FrozenDictionary<string, string> Numbers = DataTable.Read("sitemap-categories.csv")
        .ToFrozenDictionary(r => r[0], r => r[1], StringComparer.Ordinal);

    /// <summary>Paths (relative to <c>publicatie/</c>) and texts.</summary>
    public static IEnumerable<(string Path, string Text)> Files(PackageDossier dossier, IReadOnlyList<DiwooDocument> documents)
    {
        if (dossier.BaseAddress is not { Length: > 0 } address)
        {
            yield break;
        }

        foreach (var category in documents.GroupBy(d => Numbers.GetValueOrDefault(d.Category.Uri ?? "", "000"), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var parts = category.Chunk(MaxEntries).ToArray();
            var names = Enumerable.Range(1, parts.Length).Select(n => $"sitemap/sitemap-diwoo-infocat{category.Key}-{n}.xml").ToArray();
            for (var i = 0; i < parts.Length; i++)
            {
                yield return (names[i], Map(dossier, address, parts[i]));
            }

            yield return ($"sitemap/sitemapindex-diwoo-infocat{category.Key}.xml", Index(address, names, category.Max(d => d.Date)));
        }
    }

    private static string Map(PackageDossier dossier, string address, DiwooDocument[] documents) => Xml("urlset", xml =>
    {
        var diwoo = new DiwooWriter(dossier);
        foreach (var document in documents)
        {
            xml.WriteStartElement("url", Namespace);
            xml.WriteElementString("loc", Namespace, address + document.Path);
            xml.WriteElementString("lastmod", Namespace, PackageDates.Iso(PackageDates.Of(dossier) ?? document.Date));
            diwoo.Write(xml, document);
            xml.WriteEndElement();
        }
    });

    private static string Index(string address, string[] names, DateOnly date) => Xml("sitemapindex", xml =>
    {
        foreach (var name in names)
        {
            xml.WriteStartElement("sitemap", Namespace);
            xml.WriteElementString("loc", Namespace, address + name);
            xml.WriteElementString("lastmod", Namespace, PackageDates.Iso(date));
            xml.WriteEndElement();
        }
    });

    private static string Xml(string root, Action<XmlWriter> content)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, DiwooWriter.Settings))
        {
            xml.WriteStartElement(root, Namespace);
            content(xml);
            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }
}
