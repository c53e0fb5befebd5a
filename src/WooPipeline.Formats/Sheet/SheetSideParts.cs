using System.Collections.Immutable;
using System.Xml.Linq;
using WooPipeline.Documents;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Sheet;

/// <summary>What stands beside the cells: comments, names, validation lists, pivot caches, external links, connections.</summary>
internal static class SheetSideParts
{
    private static readonly XNamespace S = OfficeNames.Sheet;

    /// <summary>Parts whose texts nobody sees in a sheet, by kind of relationship.</summary>
    private static readonly string[] UnseenKinds =
        ["pivotTable", "table", "queryTable", "tableSingleCells", "ctrlProp", "slicer", "timeline", "customProperty"];

    private static readonly string[] WorkbookKinds =
        ["pivotCacheDefinition", "externalLink", "connections", "xmlMaps", "slicerCache", "timelineCache", "revisionHeaders", "usernames", "person", "volatileDependencies"];

    /// <summary>Comments and threaded comments of a sheet.</summary>
    public static ImmutableArray<Block> Comments(SheetContent content, OfficePart part)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var comments in content.Package.AllRelated(part, "comments").Select(p => p.Xml))
        {
            foreach (var author in comments.Descendants(S + "author").Where(a => a.Value.Length > 0))
            {
                blocks.Add(new FieldList([new Field("Auteur", [new TextRun(author.Value)], "author")]));
            }

            Add(blocks, comments.Descendants(S + "comment").Select(c => SharedStrings.TextOf(c.Element(S + "text"))));
        }

        foreach (var thread in content.Package.AllRelated(part, "threadedComment"))
        {
            Add(blocks, thread.Xml.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value));
        }

        return blocks.ToImmutable();
    }

    /// <summary>Formulas with words in them, lists and prompts of validation, conditions, filters, and parts behind the sheet.</summary>
    public static ImmutableArray<Block> Unseen(SheetContent content, SheetPage page)
    {
        if (page.Part is not { } part)
        {
            return [];
        }

        var blocks = ImmutableArray.CreateBuilder<Block>();
        var root = part.Xml;
        Add(blocks, root.Elements(S + "sheetData").Descendants(S + "f").Select(f => f.Value).Where(f => f.Contains('"', StringComparison.Ordinal)));
        Add(blocks, root.Elements().Where(e => e.Name.LocalName is not ("sheetData" or "headerFooter" or "mergeCells" or "cols"))
            .SelectMany(e => e.DescendantsAndSelf()).SelectMany(Texts));
        foreach (var side in UnseenKinds.SelectMany(kind => content.Package.AllRelated(part, kind)).Where(IsXml))
        {
            Add(blocks, side.Xml.DescendantsAndSelf().SelectMany(Texts));
        }

        foreach (var embedded in part.Relationships.Where(r => r.Kind is "oleObject" or "package").Select(r => content.Package.Target(part, r)).OfType<OfficePart>())
        {
            content.Attachments.Add(new Attachment(embedded.Name[(embedded.Name.LastIndexOf('/') + 1)..], embedded.ContentType, embedded.Bytes));
        }

        return blocks.ToImmutable();
    }

    /// <summary>Names, links and caches of the workbook.</summary>
    public static IEnumerable<MetadataField> Metadata(SheetContent content)
    {
        var fields = ImmutableArray.CreateBuilder<MetadataField>();
        foreach (var name in content.Main.Xml.Descendants(S + "definedName"))
        {
            fields.Add(new MetadataField("definedName", $"{(string?)name.Attribute("name")} {(string?)name.Attribute("comment")} {name.Value}".Trim()));
        }

        if ((string?)content.Main.Xml.Element(S + "fileSharing")?.Attribute("userName") is { Length: > 0 } user)
        {
            fields.Add(new MetadataField("fileSharing", user));
        }

        foreach (var part in WorkbookKinds.SelectMany(kind => content.Package.AllRelated(content.Main, kind)).Where(IsXml))
        {
            var kind = part.Name[(part.Name.LastIndexOf('/') + 1)..];
            fields.AddRange(part.Relationships.Where(r => r.IsExternal).Select(r => new MetadataField(kind, r.Target)));
            var records = content.Package.AllRelated(part, "pivotCacheRecords").Select(p => p.Xml);
            fields.AddRange(records.Prepend(part.Xml).SelectMany(x => x.DescendantsAndSelf()).SelectMany(Texts)
                .Distinct(StringComparer.Ordinal).Select(t => new MetadataField(kind, t)));
        }

        return fields;
    }

    private static bool IsXml(OfficePart part) => part.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.Name.EndsWith(".vml", StringComparison.OrdinalIgnoreCase);

    /// <summary>Texts of an element and its attributes, without numbers, switches and references.</summary>
    private static IEnumerable<string> Texts(XElement element)
    {
        if (!element.HasElements && HoldsWord(element.Value))
        {
            yield return element.Value;
        }

        foreach (var attribute in element.Attributes())
        {
            if (!attribute.IsNamespaceDeclaration
                && attribute.Name.LocalName is "name" or "caption" or "v" or "val" or "prompt" or "promptTitle" or "error" or "errorTitle" or "userName" or "displayName"
                    or "comment" or "text" or "uniqueName" or "tooltip" or "display" or "location" or "totalsRowLabel" or "connection" or "command" or "description" or "refreshedBy" or "user" or "descr" or "title" or "formula" or "sheet"
                && HoldsWord(attribute.Value))
            {
                yield return attribute.Value;
            }
        }
    }

    private static bool HoldsWord(string text) => text.Count(char.IsLetter) > 1;

    private static void Add(ImmutableArray<Block>.Builder blocks, IEnumerable<string> texts) =>
        blocks.AddRange(texts.Where(t => t.Trim().Length > 0).Select(t => Paragraph.Of(t.Replace('\n', ' '))));
}
