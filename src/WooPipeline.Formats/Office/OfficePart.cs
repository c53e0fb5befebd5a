using System.Xml.Linq;

namespace WooPipeline.Formats.Office;

/// <summary>A relationship of a part (ISO/IEC 29500-2 §9.3).</summary>
/// <param name="Id">Its id within the part.</param>
/// <param name="Type">Full type, transitional.</param>
/// <param name="Target">As written.</param>
/// <param name="IsExternal">True where it leads out of the package.</param>
internal sealed record OfficeRelationship(string Id, string Type, string Target, bool IsExternal)
{
    /// <summary>Last segment of the type: <c>header</c>, <c>image</c>, …</summary>
    public string Kind => Type[(Type.LastIndexOf('/') + 1)..];
}

/// <summary>A part of a package: bytes and, where it is XML, its elements; both read when asked for.</summary>
internal sealed class OfficePart(string name, string contentType, Func<byte[]> read, ReadLimits? limits = null)
{
    private byte[]? bytes;
    private XElement? xml;
    private Dictionary<string, OfficeRelationship>? byId;

    /// <summary>Name without a leading slash: <c>word/document.xml</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Media type of the package's list.</summary>
    public string ContentType { get; } = contentType;

    /// <summary>Relationships by id.</summary>
    public required IReadOnlyList<OfficeRelationship> Relationships { get; init; }

    /// <summary>Folder of the part with a closing slash; empty at the root.</summary>
    public string Folder => Name[..(Name.LastIndexOf('/') + 1)];

    /// <summary>Its bytes as stored, inflated.</summary>
    public byte[] Bytes => bytes ??= read();

    /// <summary>Its root element; the same object each time, so that changes stay.</summary>
    public XElement Xml => xml ??= SafeXml.Load(Bytes, limits);

    /// <summary>The relationship with an id, or null.</summary>
    public OfficeRelationship? Relationship(string? id)
    {
        byId ??= Relationships.GroupBy(r => r.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return id is null ? null : byId.GetValueOrDefault(id);
    }
}
