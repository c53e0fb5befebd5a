using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using WooPipeline.Documents;
using WooPipeline.Formats.Office;
using static WooPipeline.Formats.OpenDocument.OdfNames;

namespace WooPipeline.Formats.OpenDocument;

/// <summary>Makes the tree of an OpenDocument file.</summary>
internal sealed class OdfDocument(OdfPackage package)
{
    /// <exception cref="OfficeException">It has no content.</exception>
    public DocumentRead Read(string fileName)
    {
        var content = package.Xml("content.xml") ?? throw new OfficeException("beschadigd", "De inhoud van het OpenDocument-bestand ontbreekt. Vraag het opnieuw op bij de bron.");
        var styleRoot = package.Xml("styles.xml");
        var styles = new OdfStyles(content, styleRoot);
        var walker = new OdfWalker(package, styles);
        var body = content.Element(OfficeNs + "body")?.Elements().FirstOrDefault(e => e.Name.Namespace == OfficeNs);
        var (kind, blocks) = body?.Name.LocalName switch
        {
            "spreadsheet" => (DocumentKind.Spreadsheet, new OdfSheets(walker, styles).Blocks(body)),
            "presentation" or "drawing" => (DocumentKind.Presentation, new OdfSlides(walker, styles).Blocks(body)),
            null => throw new OfficeException("beschadigd", "Het OpenDocument-bestand heeft geen inhoud. Vraag het opnieuw op bij de bron."),
            _ => (DocumentKind.Text, walker.Story(body)),
        };
        var pages = Masters(styleRoot, walker).ToImmutableArray();
        var meta = Metadata(package.Xml("meta.xml"));
        return new DocumentRead(new DocumentTree
        {
            Kind = kind,
            Title = meta.FirstOrDefault(m => m.Name == "title")?.Value ?? "",
            Date = DateOf(meta),
            FileName = fileName,
            Blocks = [.. pages.Where(p => p.Kind == ZoneKind.PageHeader), .. blocks, .. pages.Where(p => p.Kind == ZoneKind.PageFooter)],
            Footnotes = [.. walker.Notes],
            Metadata = meta,
        })
        {
            Attachments = [.. walker.Attachments],
        };
    }

    // Headers and footers of text pages and sheets; in presentations, what the master prints on each slide.
    private static IEnumerable<Section> Masters(XElement? root, OdfWalker walker)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var master in root?.Elements(OfficeNs + "master-styles").Elements(StyleNs + "master-page") ?? [])
        {
            foreach (var element in master.Elements())
            {
                var kind = element.Name.LocalName.StartsWith("footer", StringComparison.Ordinal) ? ZoneKind.PageFooter : ZoneKind.PageHeader;
                var isPlaceholder = (string?)element.Attribute(PresentationNs + "placeholder") == "true" || element.Attribute(PresentationNs + "class") is not null;
                var isPage = element.Name.Namespace == StyleNs && element.Name.LocalName is not "table-properties";
                if ((!isPage && element.Name.Namespace != DrawNs) || isPlaceholder || (string?)element.Attribute(StyleNs + "display") == "false")
                {
                    continue;
                }

                var blocks = isPage ? walker.Story(element) : walker.Shape(element);
                if (blocks.Length > 0 && seen.Add(PlainText.Of(blocks)))
                {
                    yield return new Section(kind, blocks);
                }
            }
        }
    }

    private static ImmutableArray<MetadataField> Metadata(XElement? root) =>
    [
        .. root?.Elements(OfficeNs + "meta").Elements().Where(e => !e.HasElements && e.Value.Trim().Length > 0)
            .Select(e => new MetadataField((string?)e.Attribute(MetaNs + "name") ?? e.Name.LocalName, e.Value.Trim())) ?? [],
    ];

    private static DateTimeOffset? DateOf(ImmutableArray<MetadataField> meta) =>
        DateTimeOffset.TryParse(
            (meta.FirstOrDefault(m => m.Name == "date") ?? meta.FirstOrDefault(m => m.Name == "creation-date"))?.Value,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var date) ? date : null;
}
