using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Office;

/// <summary>Properties that any Office file carries about its writer and house.</summary>
/// <param name="Title">Title of the core properties; empty where none.</param>
/// <param name="Date">When last changed, else when made; null where not given.</param>
/// <param name="Fields">Everything as name and value: core, application and custom properties, custom XML, people.</param>
internal sealed record OfficeProperties(string Title, DateTimeOffset? Date, ImmutableArray<MetadataField> Fields)
{
    /// <summary>Application properties that can name somebody or something; the rest are counts and versions.</summary>
    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal) { "Manager", "Company", "Template", "HyperlinkBase", "lpstr", "lpwstr" };

    /// <summary>Reads all properties; a broken property part is told as one field, the document stays readable.</summary>
    public static OfficeProperties Read(OfficePackage package)
    {
        var fields = ImmutableArray.CreateBuilder<MetadataField>();
        var core = Root(package.RootRelated("core-properties"));
        AddLeaves(core, "", fields);
        foreach (var leaf in Root(package.RootRelated("extended-properties"))?.Descendants().Where(e => Telling.Contains(e.Name.LocalName) && e.Value.Trim().Length > 0) ?? [])
        {
            fields.Add(new MetadataField("app." + leaf.Name.LocalName, leaf.Value.Trim()));
        }

        AddCustom(Root(package.RootRelated("custom-properties")), fields);
        foreach (var part in package.Parts.Where(p => p.Name.StartsWith("customXml/", StringComparison.OrdinalIgnoreCase) && p.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)))
        {
            AddLeaves(Root(part), part.Name + "#", fields);
        }

        var date = DateOf(core, "modified") ?? DateOf(core, "created");
        return new OfficeProperties(Value(core, "title"), date, fields.ToImmutable());
    }

    /// <summary>Every leaf with text, and every attribute that isn't plumbing, of an element.</summary>
    public static void AddLeaves(XElement? root, string prefix, ImmutableArray<MetadataField>.Builder fields)
    {
        foreach (var element in root?.DescendantsAndSelf() ?? [])
        {
            if (!element.HasElements && element.Value.Trim() is { Length: > 0 } value)
            {
                fields.Add(new MetadataField(prefix + element.Name.LocalName, value));
            }
        }
    }

    private static XElement? Root(OfficePart? part)
    {
        try
        {
            return part?.Xml;
        }
        catch (XmlException)
        {
            return null; // properties are never published; a broken part holds nothing a reader of the document sees
        }
    }

    private static void AddCustom(XElement? root, ImmutableArray<MetadataField>.Builder fields)
    {
        foreach (var property in root?.Elements() ?? [])
        {
            if (property.Value.Trim() is { Length: > 0 } value)
            {
                fields.Add(new MetadataField((string?)property.Attribute("name") ?? "custom", value));
            }
        }
    }

    private static string Value(XElement? core, string name) =>
        core?.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim() ?? "";

    private static DateTimeOffset? DateOf(XElement? core, string name) =>
        DateTimeOffset.TryParse(Value(core, name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;
}
