using System.Globalization;
using System.Xml.Linq;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Word;

/// <summary>
/// Builds the redacted package part by part from a list of what may be in it: what isn't on the list (properties, custom XML, people,
/// macros, embedded files, glossary, printer settings, signatures, thumbnails) is never copied. Parts, relationships and images get new names.
/// </summary>
internal sealed class WordPackageBuilder(WordContent content, WordScrubber scrubber, WordStyleScrubber styles, RemovedWords removed)
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private readonly PackageWriter output = new();
    private readonly Dictionary<OfficePart, string> written = [];
    private readonly HashSet<string> usedStyles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Part in which a removed word was found; null where there is none.</summary>
    public string? Leak { get; private set; }

    public byte[] Build()
    {
        foreach (var part in content.TextParts)
        {
            scrubber.Collect(part.Xml);
        }

        var main = content.Main;
        Write(main, "document"); // first: what it still refers to decides which notes stay
        foreach (var kind in new[] { "numbering", "settings", "fontTable", "theme", "footnotes", "endnotes", "styles" })
        {
            if (content.Package.Related(main, kind) is { } part)
            {
                output.Relate("word/document.xml", Relationship("word/document.xml", kind, Write(part, kind)[5..]));
            }
        }

        output.Relate("", new OfficeRelationship("rId1", OfficeNames.Relationships + "/officeDocument", "word/document.xml", false));
        return output.ToArray();
    }

    /// <summary>Writes a part of a kind that is on the list, once; gives its new name.</summary>
    private string Write(OfficePart part, string kind)
    {
        if (written.TryGetValue(part, out var known))
        {
            return known;
        }

        var name = NewName(kind);
        written[part] = name;
        var root = part.Xml;
        Scrub(root, part, kind);
        Relink(root, part, name);
        usedStyles.UnionWith(WordStyleScrubber.Used(root));
        if (Leak is null && removed.AreIn(root))
        {
            Leak = name;
        }

        output.Add(name, ContentType(kind), root);
        return name;
    }

    private void Scrub(XElement root, OfficePart part, string kind)
    {
        switch (kind)
        {
            case "styles":
                styles.ScrubStyles(root, usedStyles);
                break;
            case "numbering":
                styles.ScrubNumbering(root, removed);
                break;
            case "settings":
                styles.ScrubSettings(root);
                break;
            case "fontTable":
                WordStyleScrubber.ScrubFonts(root);
                break;
            case "theme":
                WordStyleScrubber.ScrubTheme(root);
                break;
            case "chart" or "diagramData" or "diagramLayout" or "diagramQuickStyle" or "diagramColors":
                DrawingScrubber.Scrub(root, _ => DrawingScrubber.GoneReference);
                break;
            default:
                content.TextRoot(part);
                DropNotes(root, kind);
                scrubber.Scrub(root);
                styles.Rename(root);
                break;
        }
    }

    /// <summary>Notes that the public text doesn't refer to go.</summary>
    private void DropNotes(XElement root, string kind)
    {
        if (kind is "footnotes" or "endnotes")
        {
            var used = content.Main.Xml.Descendants(W.Main + (kind[..^1] + "Reference")).Select(r => (string?)r.Attribute(W.Id)).ToHashSet();
            root.Elements(W.Main + kind[..^1]).Where(n => n.Attribute(W.Main + "type") is null && !used.Contains((string?)n.Attribute(W.Id))).Remove();
        }
    }

    /// <summary>Rewrites every relationship id in a part; those that lead to what isn't kept go, with the element that can't do without.</summary>
    private void Relink(XElement root, OfficePart part, string name)
    {
        foreach (var attribute in root.DescendantsAndSelf().SelectMany(e => e.Attributes()).Where(a => a.Name.Namespace == W.Rel || a.Name == W.Office + "relid").ToList())
        {
            var element = attribute.Parent!;
            if (NewRelationship(part, name, attribute.Value) is { } id)
            {
                attribute.Value = id;
                continue;
            }

            attribute.Remove();
            if (element.Name.LocalName is "headerReference" or "footerReference" or "chart" or "relIds" or "imagedata" or "hyperlink")
            {
                Drop(element);
            }
        }
    }

    private static void Drop(XElement element)
    {
        var holder = element.Name.LocalName is "chart" or "relIds" ? element.Ancestors().FirstOrDefault(e => e.Name.LocalName is "drawing") ?? element : element;
        if (holder.Name.LocalName == "hyperlink")
        {
            var nodes = holder.Nodes().ToList();
            holder.RemoveNodes();
            holder.ReplaceWith(nodes);
        }
        else if (holder.Parent is not null)
        {
            holder.Remove();
        }
    }

    private string? NewRelationship(OfficePart part, string name, string oldId)
    {
        var relationship = part.Relationship(oldId);
        if (relationship is { IsExternal: true, Kind: "hyperlink" })
        {
            return Add(name, "hyperlink", relationship.Target, true);
        }

        if (content.Package.Target(part, relationship) is not { } target)
        {
            return null;
        }

        switch (relationship!.Kind)
        {
            case "image":
                return Add(name, "image", "/" + Image(target), false);
            case "header" or "footer" or "chart" or "diagramData" or "diagramLayout" or "diagramQuickStyle" or "diagramColors":
                return Add(name, relationship.Kind, "/" + Write(target, relationship.Kind), false);
            default:
                return null;
        }
    }

    private string Image(OfficePart part)
    {
        if (!written.TryGetValue(part, out var name))
        {
            var (bytes, extension, type) = KeptImage.Of(part.Bytes);
            written[part] = name = $"word/media/image{Next("image")}.{extension}";
            output.Add(name, type, bytes);
        }

        return name;
    }

    private string Add(string from, string kind, string target, bool external)
    {
        var relationship = Relationship(from, kind, target, external);
        output.Relate(from, relationship);
        return relationship.Id;
    }

    private OfficeRelationship Relationship(string from, string kind, string target, bool external = false) =>
        new("rId" + Next("rel:" + from), $"{OfficeNames.Relationships}/{kind}", target, external);

    private string NewName(string kind) => kind switch
    {
        "document" or "styles" or "numbering" or "settings" or "fontTable" or "footnotes" or "endnotes" => $"word/{kind}.xml",
        "theme" => "word/theme/theme1.xml",
        "chart" => $"word/g{Next(kind)}.xml",
        "header" or "footer" => $"word/{kind}{Next(kind)}.xml",
        _ => $"word/s{Next("diagram")}.xml",
    };

    private string Next(string what)
    {
        counts[what] = counts.GetValueOrDefault(what) + 1;
        return counts[what].ToString(CultureInfo.InvariantCulture);
    }

    private static string ContentType(string kind) => kind switch
    {
        "document" => WordType + "document.main+xml",
        "theme" => "application/vnd.openxmlformats-officedocument.theme+xml",
        "chart" => "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
        "diagramQuickStyle" => "application/vnd.openxmlformats-officedocument.drawingml.diagramStyle+xml",
        "diagramData" or "diagramLayout" or "diagramColors" => $"application/vnd.openxmlformats-officedocument.drawingml.{kind}+xml",
        _ => WordType + kind + "+xml",
    };
}
