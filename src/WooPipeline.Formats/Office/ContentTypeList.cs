using System.Xml.Linq;

namespace WooPipeline.Formats.Office;

/// <summary>The list of content types of a package (ISO/IEC 29500-2 §10.1.2).</summary>
internal sealed class ContentTypeList
{
    private readonly Dictionary<string, string> byExtension = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> byName = new(StringComparer.OrdinalIgnoreCase);

    public static ContentTypeList Read(XElement root)
    {
        var list = new ContentTypeList();
        foreach (var entry in root.Elements())
        {
            var type = (string?)entry.Attribute("ContentType") ?? "";
            if (entry.Name.LocalName == "Default" && (string?)entry.Attribute("Extension") is { } extension)
            {
                list.byExtension[extension] = type;
            }
            else if (entry.Name.LocalName == "Override" && (string?)entry.Attribute("PartName") is { } name)
            {
                list.byName[name.TrimStart('/')] = type;
            }
        }

        return list;
    }

    /// <summary>The type of a part; empty where none is given.</summary>
    public string Of(string name) =>
        byName.GetValueOrDefault(name) ?? byExtension.GetValueOrDefault(name[(name.LastIndexOf('.') + 1)..]) ?? "";
}
