using System.IO.Compression;
using System.Xml.Linq;

namespace WooPipeline.Formats.Office;

/// <summary>Gathers parts and writes them as a package whose bytes depend on nothing but the parts: fixed order, fixed times.</summary>
internal sealed class PackageWriter
{
    /// <summary>The first moment that a zip can name.</summary>
    public static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly SortedDictionary<string, (string ContentType, byte[] Bytes)> parts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<OfficeRelationship>> relationships = new(StringComparer.Ordinal);

    /// <summary>Adds a part.</summary>
    public void Add(string name, string contentType, byte[] bytes) => parts[name] = (contentType, bytes);

    /// <summary>Adds an XML part.</summary>
    public void Add(string name, string contentType, XElement root) => Add(name, contentType, SafeXml.Save(root));

    /// <summary>Relates a part (empty name: the package) to a target.</summary>
    public void Relate(string from, OfficeRelationship relationship)
    {
        if (!relationships.TryGetValue(from, out var list))
        {
            relationships[from] = list = [];
        }

        list.Add(relationship);
    }

    /// <summary>Writes the package.</summary>
    public void Write(Stream output)
    {
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Put(archive, "[Content_Types].xml", SafeXml.Save(ContentTypes()));
        foreach (var (from, list) in relationships)
        {
            var slash = from.LastIndexOf('/');
            Put(archive, $"{from[..(slash + 1)]}_rels/{from[(slash + 1)..]}.rels", SafeXml.Save(Relationships(list)));
        }

        foreach (var (name, part) in parts)
        {
            Put(archive, name, part.Bytes);
        }
    }

    /// <summary>The package as bytes.</summary>
    public byte[] ToArray()
    {
        using var stream = new MemoryStream();
        Write(stream);
        return stream.ToArray();
    }

    private XElement ContentTypes()
    {
        XNamespace types = OfficeNames.ContentTypes;
        return new XElement(types + "Types",
            new XElement(types + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
            new XElement(types + "Default", new XAttribute("Extension", "xml"), new XAttribute("ContentType", "application/xml")),
            parts.Select(p => new XElement(types + "Override", new XAttribute("PartName", "/" + p.Key), new XAttribute("ContentType", p.Value.ContentType))));
    }

    private static XElement Relationships(List<OfficeRelationship> list)
    {
        XNamespace names = OfficeNames.PackageRelationships;
        return new XElement(names + "Relationships", list.Select(r => new XElement(names + "Relationship",
            new XAttribute("Id", r.Id),
            new XAttribute("Type", r.Type),
            new XAttribute("Target", r.Target),
            r.IsExternal ? new XAttribute("TargetMode", "External") : null)));
    }

    private static void Put(ZipArchive archive, string name, byte[] bytes)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = EntryTime;
        using var stream = entry.Open();
        stream.Write(bytes);
    }
}
