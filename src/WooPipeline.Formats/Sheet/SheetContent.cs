using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using WooPipeline.Documents;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Sheet;

/// <summary>A workbook opened: its sheets, the tree made from them and where every visible piece stands.</summary>
internal sealed class SheetContent
{
    private const int MaxCells = 5_000_000;
    private static readonly XNamespace S = OfficeNames.Sheet;
    private static readonly XName RelationshipId = XName.Get("id", OfficeNames.Relationships);

    private SheetContent(OfficePackage package)
    {
        Package = package;
        Main = package.Main;
        if (Main.ContentType.Contains("binary", StringComparison.OrdinalIgnoreCase) || Main.Name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
        {
            throw new OfficeException("niet-ondersteund", "Het bestand is een binaire werkmap (xlsb). Sla het op als xlsx.");
        }
    }

    public OfficePackage Package { get; }

    public OfficePart Main { get; }

    public NativeMap Natives { get; } = new();

    public List<SheetPage> Pages { get; } = [];

    public SharedStrings Strings { get; private set; } = new(null);

    /// <summary>The element that holds each link of the tree.</summary>
    public Dictionary<Link, XElement> Links { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The drawing that holds each image of the tree.</summary>
    public Dictionary<ImageContent, XElement> Images { get; } = new(ReferenceEqualityComparer.Instance);

    public List<Attachment> Attachments { get; } = [];

    public DocumentTree Tree { get; private set; } = new();

    /// <summary>Opens and reads a workbook.</summary>
    /// <exception cref="OfficeException">It can't be read; the reason is for the coordinator.</exception>
    public static SheetContent Open(SourceFile file, OfficePackage package)
    {
        try
        {
            var content = new SheetContent(package);
            content.ReadTree(file);
            return content;
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            throw new OfficeException("beschadigd", "Een onderdeel van de werkmap is geen geldige XML: het bestand is beschadigd of kwaadaardig. Open het in Excel en sla het opnieuw op.");
        }
    }

    private void ReadTree(SourceFile file)
    {
        var workbook = Main.Xml;
        Strings = new SharedStrings(Package.Related(Main, "sharedStrings")?.Xml);
        var styles = new SheetStyles(Package.Related(Main, "styles")?.Xml);
        var from1904 = (string?)workbook.Element(S + "workbookPr")?.Attribute("date1904") is "1" or "true";
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var declaration in workbook.Elements(S + "sheets").Elements(S + "sheet"))
        {
            var page = new SheetPage(declaration, Package.Target(Main, Main.Relationship((string?)declaration.Attribute(RelationshipId))));
            page.Read(Strings, styles, from1904, MaxCells, Package.Limits);
            Pages.Add(page);
            blocks.AddRange(new SheetStory(this, page).Blocks());
        }

        if (Pages.Count == 0)
        {
            throw new OfficeException("beschadigd", "De werkmap heeft geen werkbladen. Open het in Excel en sla het opnieuw op.");
        }

        var properties = OfficeProperties.Read(Package);
        Tree = new DocumentTree
        {
            Kind = DocumentKind.Spreadsheet,
            Title = properties.Title,
            Date = properties.Date,
            FileName = file.Name,
            Blocks = blocks.ToImmutable(),
            Metadata = [.. properties.Fields, .. SheetSideParts.Metadata(this)],
        };
    }
}
