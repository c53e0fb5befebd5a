namespace WooPipeline.Formats.Office;

/// <summary>Namespaces of ISO/IEC 29500; the strict ones are read as their transitional twins.</summary>
internal static class OfficeNames
{
    public const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    public const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    public const string ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    public const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    public const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private const string StrictBase = "http://purl.oclc.org/ooxml/";

    /// <summary>The transitional name of a strict namespace or relationship type; any other as it is.</summary>
    public static string Transitional(string name)
    {
        if (!name.StartsWith(StrictBase, StringComparison.Ordinal))
        {
            return name;
        }

        var rest = name[StrictBase.Length..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
        {
            return name;
        }

        var tail = rest[(slash + 1)..]
            .Replace("extendedProperties", "extended-properties", StringComparison.Ordinal)
            .Replace("customProperties", "custom-properties", StringComparison.Ordinal);
        return $"http://schemas.openxmlformats.org/{rest[..slash]}/2006/{tail}";
    }
}
