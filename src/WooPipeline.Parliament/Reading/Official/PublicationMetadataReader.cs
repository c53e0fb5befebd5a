using System.Collections.Immutable;
using System.Xml.Linq;

namespace WooPipeline.Parliament;

/// <summary>
/// Reads both forms of metadata beside a publication: <c>metadata.xml</c> (<c>metadata_gegevens/metadata[@name @scheme @content]</c>) and
/// <c>metadata_owms.xml</c> (OWMS: <c>owmskern</c>, <c>owmsmantel</c>, <c>oep</c>).
/// </summary>
internal static class PublicationMetadataReader
{
    public static ImmutableArray<PublicationField> Read(XElement root) => root.Name.LocalName == "metadata_gegevens"
        ? [.. root.Elements().Where(e => e.Name.LocalName == "metadata").Select(Flat)]
        : [.. root.Descendants().Where(e => !e.HasElements).Select(Owms)];

    private static PublicationField Flat(XElement element) => new(Attribute(element, "name"), Attribute(element, "scheme"), Attribute(element, "content"));

    // OWMS elements have a namespace; the prefix as written tells the vocabulary as the flat form does.
    private static PublicationField Owms(XElement element)
    {
        var prefix = element.GetPrefixOfNamespace(element.Name.Namespace);
        return new PublicationField(prefix is null ? element.Name.LocalName : $"{prefix}.{element.Name.LocalName}", Attribute(element, "scheme"), element.Value.Trim());
    }

    private static string Attribute(XElement element, string name) => element.Attribute(name)?.Value.Trim() ?? "";
}
