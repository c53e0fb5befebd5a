using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using WooPipeline.Formats.Office;
using WooPipeline.Formats.Word;

namespace WooPipeline.Formats.Sheet;

/// <summary>
/// Builds the redacted workbook from a list of what may be in it: visible sheets, their drawings, charts, images and tables, styles and theme.
/// Pivot caches, external links, connections, queries, comments, macros, properties and all else are never copied.
/// </summary>
internal sealed partial class SheetPackageBuilder(SheetContent content, SheetScrubber scrubber, RemovedWords removed, IReadOnlyDictionary<SheetPage, string> oldNames)
{
    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    // Part names are short and ours: the usual ones (sheet1, table1) are words that stand in sheets.
    private static readonly XNamespace S = OfficeNames.Sheet;
    private static readonly XName RelationshipId = XName.Get("id", OfficeNames.Relationships);
    private readonly PackageWriter output = new();
    private readonly Dictionary<OfficePart, string> written = [];
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private List<SheetPage> pages = [];

    /// <summary>Part in which a removed word was found; null where there is none.</summary>
    public string? Leak { get; private set; }

    public byte[] Build()
    {
        pages = [.. content.Pages.Where(p => !p.IsHidden && p.Part is not null)];
        var sheets = pages.Select(WriteSheet).ToList();
        var workbook = new XElement(S + "workbook",
            new XAttribute(XNamespace.Xmlns + "r", OfficeNames.Relationships),
            new XElement(S + "workbookPr", content.Main.Xml.Element(S + "workbookPr")?.Attribute("date1904") is { } from1904 ? new XAttribute(from1904) : null),
            new XElement(S + "bookViews", new XElement(S + "workbookView")),
            new XElement(S + "sheets", sheets),
            PrintNames());
        AddPart("xl/workbook.xml", SheetType + "sheet.main+xml", workbook);
        if (content.Package.Related(content.Main, "styles") is { } styles)
        {
            SheetStyleScrubber.Scrub(styles.Xml, scrubber.UsedStyles);
            AddPart("xl/styles.xml", SheetType + "styles+xml", styles.Xml);
            Relate("xl/workbook.xml", "styles", "/xl/styles.xml");
        }

        if (content.Package.Related(content.Main, "theme") is { } theme)
        {
            WordStyleScrubber.ScrubTheme(theme.Xml);
            theme.Xml.Descendants().Attributes().Where(a => a.Name.Namespace == OfficeNames.Relationships).Remove();
            AddPart("xl/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", theme.Xml);
            Relate("xl/workbook.xml", "theme", "/xl/theme/theme1.xml");
        }

        if (scrubber.HasStrings)
        {
            AddPart("xl/sharedStrings.xml", SheetType + "sharedStrings+xml", scrubber.Strings());
            Relate("xl/workbook.xml", "sharedStrings", "/xl/sharedStrings.xml");
        }

        output.Relate("", new OfficeRelationship("rId1", OfficeNames.Relationships + "/officeDocument", "xl/workbook.xml", false));
        return output.ToArray();
    }

    private XElement WriteSheet(SheetPage page)
    {
        var part = page.Part!;
        var kind = part.Xml.Name.LocalName;
        var name = $"xl/w{Next("sheet")}.xml";
        scrubber.Scrub(page);
        foreach (var attribute in Links(part.Xml))
        {
            Relink(part, name, attribute, page);
        }

        part.Xml.Elements(S + "tableParts").Where(t => !t.HasElements).Remove();
        foreach (var tables in part.Xml.Elements(S + "tableParts"))
        {
            tables.SetAttributeValue("count", tables.Elements().Count());
        }

        AddPart(name, SheetType + kind + "+xml", part.Xml);
        return new XElement(S + "sheet",
            new XAttribute("name", page.Name),
            new XAttribute("sheetId", pages.IndexOf(page) + 1),
            new XAttribute(RelationshipId, Relate("xl/workbook.xml", kind, "/" + name)));
    }

    private void Relink(OfficePart part, string name, XAttribute attribute, SheetPage? page)
    {
        var element = attribute.Parent!;
        var relationship = part.Relationship(attribute.Value);
        var target = content.Package.Target(part, relationship);
        var id = relationship switch
        {
            { IsExternal: true, Kind: "hyperlink" } => Relate(name, "hyperlink", relationship.Target, external: true),
            { Kind: "drawing" } when target is not null => Relate(name, "drawing", "/" + WriteDrawing(target)),
            { Kind: "chart" } when target is not null => Relate(name, "chart", "/" + WriteDrawn(target, "chart")),
            { Kind: "diagramData" or "diagramLayout" or "diagramQuickStyle" or "diagramColors" } when target is not null =>
                Relate(name, relationship.Kind, "/" + WriteDrawn(target, relationship.Kind)),
            { Kind: "image" } when target is not null => Relate(name, "image", "/" + WriteImage(target)),
            { Kind: "table" } when target is not null && page is not null && WriteTable(target, page) is { } table => Relate(name, "table", "/" + table),
            _ => null,
        };
        if (id is not null)
        {
            attribute.Value = id;
            return;
        }

        attribute.Remove();
        var anchor = element.Ancestors().FirstOrDefault(e => e.Name.LocalName.EndsWith("Anchor", StringComparison.Ordinal));
        if (element.Name.LocalName is "chart" or "relIds" or "blip" or "contentPart" && anchor is not null)
        {
            anchor.Remove();
        }
        else if (element.Name.LocalName is "tablePart" or "hyperlink" or "drawing" && element.Parent is not null)
        {
            element.Remove();
        }
    }

    private string WriteDrawing(OfficePart part) => Once(part, () => $"xl/d{Next("drawing")}.xml", name =>
    {
        DrawingScrubber.Scrub(part.Xml, Formula);
        foreach (var attribute in Links(part.Xml))
        {
            Relink(part, name, attribute, null);
        }

        SheetFallback.Add(part.Xml);
        AddPart(name, "application/vnd.openxmlformats-officedocument.drawing+xml", part.Xml);
    });

    private string WriteDrawn(OfficePart part, string kind) => Once(part, () => $"xl/g{Next("drawn")}.xml", name =>
    {
        DrawingScrubber.Scrub(part.Xml, Formula);
        foreach (var attribute in Links(part.Xml))
        {
            Relink(part, name, attribute, null);
        }

        var type = kind == "diagramQuickStyle" ? "diagramStyle" : kind;
        AddPart(name, $"application/vnd.openxmlformats-officedocument.drawingml.{type}+xml", part.Xml);
    });

    private string WriteImage(OfficePart part)
    {
        if (!written.TryGetValue(part, out var name))
        {
            var (bytes, extension, type) = KeptImage.Of(part.Bytes);
            written[part] = name = $"xl/media/m{Next("image")}.{extension}";
            output.Add(name, type, bytes);
        }

        return name;
    }

    private string? WriteTable(OfficePart part, SheetPage page)
    {
        var number = int.Parse(Next("table"), CultureInfo.InvariantCulture);
        var texts = page.Cells.Where(page.IsShown).ToLookup(c => (c.Row, c.Column));
        var table = SheetTableScrubber.Scrub(part.Xml, number, (row, column) => texts[(row, column)].Select(Shown).FirstOrDefault() ?? "");
        if (table is null)
        {
            return null;
        }

        var name = $"xl/t{number.ToString(CultureInfo.InvariantCulture)}.xml";
        AddPart(name, SheetType + "table+xml", table);
        return name;
    }

    /// <summary>What a cell shows after the cuts: those make it an inline text.</summary>
    private static string Shown(SheetCell cell) =>
        (string?)cell.Element.Attribute("t") == "inlineStr" ? SharedStrings.TextOf(cell.Element.Element(S + "is")) : cell.Text;

    private string Once(OfficePart part, Func<string> newName, Action<string> write)
    {
        if (!written.TryGetValue(part, out var name))
        {
            written[part] = name = newName();
            write(name);
        }

        return name;
    }

    /// <summary>A chart's reference: kept where it names cells of a kept sheet under its old name, else taken as gone.</summary>
    private string Formula(string formula)
    {
        var match = CellReference().Match(formula);
        var sheet = match.Groups["quoted"].Success ? match.Groups["quoted"].Value.Replace("''", "'", StringComparison.Ordinal) : match.Groups["plain"].Value;
        return match.Success && pages.Any(p => p.Name == sheet && oldNames[p] == sheet) ? formula : DrawingScrubber.GoneReference;
    }

    /// <summary>Names that only say what is printed, of sheets that keep their name.</summary>
    private XElement? PrintNames()
    {
        var names = new XElement(S + "definedNames");
        foreach (var name in content.Main.Xml.Elements(S + "definedNames").Elements(S + "definedName"))
        {
            var isPrint = (string?)name.Attribute("name") is "_xlnm.Print_Area" or "_xlnm.Print_Titles";
            var page = int.TryParse((string?)name.Attribute("localSheetId"), out var index) && index >= 0 && index < content.Pages.Count ? content.Pages[index] : null;
            if (isPrint && page is not null && pages.Contains(page) && name.Value.Split(',').All(part => Formula(part) == part))
            {
                names.Add(new XElement(S + "definedName", new XAttribute(name.Attribute("name")!), new XAttribute("localSheetId", pages.IndexOf(page)), name.Value));
            }
        }

        return names.HasElements ? names : null;
    }

    private static List<XAttribute> Links(XElement root) =>
        [.. root.DescendantsAndSelf().SelectMany(e => e.Attributes()).Where(a => a.Name.Namespace == OfficeNames.Relationships)];

    private void AddPart(string name, string type, XElement root)
    {
        if (Leak is null && removed.AreIn(root))
        {
            Leak = name;
        }

        output.Add(name, type, root);
    }

    private string Relate(string from, string kind, string target, bool external = false)
    {
        var id = "rId" + Next("rel:" + from);
        output.Relate(from, new OfficeRelationship(id, $"{OfficeNames.Relationships}/{kind}", target, external));
        return id;
    }

    private string Next(string what)
    {
        counts[what] = counts.GetValueOrDefault(what) + 1;
        return counts[what].ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^(?:'(?<quoted>(?:[^']|'')+)'|(?<plain>[\p{L}\p{N}_.]+))!\$?[A-Z]{0,3}\$?\d*(?::\$?[A-Z]{0,3}\$?\d*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex CellReference();
}
