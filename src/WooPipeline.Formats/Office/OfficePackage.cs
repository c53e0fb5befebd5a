using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace WooPipeline.Formats.Office;

/// <summary>
/// A package of Office Open XML opened for reading (ISO/IEC 29500-2). Read by hand rather than through System.IO.Packaging: real
/// files have relationships that aren't valid addresses, and every entry must be inflated within bounds.
/// </summary>
internal sealed class OfficePackage : IDisposable
{
    private readonly ZipArchive archive;
    private readonly ReadLimits limits;
    private readonly Dictionary<string, OfficePart> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ZipInflater inflater;

    private OfficePackage(ZipArchive archive, ReadLimits limits)
    {
        this.archive = archive;
        this.limits = limits;
        inflater = new ZipInflater(limits);
        Root = [];
    }

    /// <summary>The bounds that it was opened with.</summary>
    public ReadLimits Limits => limits;

    /// <summary>Relationships of the package itself.</summary>
    public IReadOnlyList<OfficeRelationship> Root { get; private set; }

    /// <summary>All parts by name, ordinal order; relationship parts and the list of content types are not among them.</summary>
    public IReadOnlyList<OfficePart> Parts { get; private set; } = [];

    /// <summary>The main part.</summary>
    /// <exception cref="OfficeException">There is none.</exception>
    public OfficePart Main => Related(Root, "", "officeDocument")
        ?? throw new OfficeException("beschadigd", "Het hoofdonderdeel van het document ontbreekt.");

    /// <summary>Opens a package.</summary>
    /// <exception cref="OfficeException">Encrypted, no package, a bomb.</exception>
    public static OfficePackage Open(ReadOnlyMemory<byte> content, ReadLimits limits)
    {
        var signature = content.Span[..Math.Min(8, content.Length)];
        if (signature.StartsWith(OfficeSignature.CompoundFile))
        {
            throw OfficeSignature.IsEncrypted(content.Span)
                ? new OfficeException("versleuteld", "Het bestand is met een wachtwoord beveiligd. Vraag de bron om een versie zonder wachtwoord.")
                : new OfficeException("niet-ondersteund", "Het bestand heeft de oude binaire indeling van Office. Sla het op als docx, xlsx of PDF.");
        }

        if (!signature.StartsWith(OfficeSignature.Zip))
        {
            throw new OfficeException("beschadigd", "Het bestand is geen Office-document, al doet de extensie dat denken. Vraag het opnieuw op bij de bron.");
        }

        try
        {
            var package = new OfficePackage(new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read), limits);
            package.ReadParts();
            return package;
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or EndOfStreamException or ArgumentException)
        {
            throw new OfficeException("beschadigd", "Het bestand is beschadigd of afgekapt en kan niet worden uitgepakt. Vraag het opnieuw op bij de bron.");
        }
    }

    /// <summary>The part with a name, or null.</summary>
    public OfficePart? Part(string name) => parts.GetValueOrDefault(name.TrimStart('/'));

    /// <summary>The part that a relationship leads to, or null.</summary>
    public OfficePart? Target(OfficePart from, OfficeRelationship? relationship) =>
        relationship is null || relationship.IsExternal ? null : Part(Resolve(from.Folder, relationship.Target));

    /// <summary>The first part that a part is related to by a kind, or null.</summary>
    public OfficePart? Related(OfficePart from, string kind) => Related(from.Relationships, from.Folder, kind);

    /// <summary>All parts that a part is related to by a kind.</summary>
    public IEnumerable<OfficePart> AllRelated(OfficePart from, string kind) =>
        from.Relationships.Where(r => r.Kind == kind).Select(r => Target(from, r)).OfType<OfficePart>().Distinct();

    /// <summary>The part that the package is related to by a kind, or null.</summary>
    public OfficePart? RootRelated(string kind) => Related(Root, "", kind);

    public void Dispose() => archive.Dispose();

    private OfficePart? Related(IReadOnlyList<OfficeRelationship> relationships, string folder, string kind) =>
        relationships.Where(r => !r.IsExternal && r.Kind == kind).Select(r => Part(Resolve(folder, r.Target))).FirstOrDefault(p => p is not null);

    private void ReadParts()
    {
        if (archive.Entries.Count > limits.MaxMembers)
        {
            throw new OfficeException("te-groot", "Het bestand bestaat uit te veel onderdelen.");
        }

        var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in archive.Entries.Where(e => !e.FullName.EndsWith('/')))
        {
            entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }

        if (!entries.TryGetValue("[Content_Types].xml", out var types))
        {
            throw new OfficeException("beschadigd", "Het bestand is een zip maar geen Office-document. Geef het de extensie .zip of vraag het opnieuw op.");
        }

        var contentTypes = ContentTypeList.Read(SafeXml.Load(Inflate(types), limits));
        Root = RelationshipsOf(entries, "_rels/.rels");
        foreach (var (name, entry) in entries.OrderBy(e => e.Key, StringComparer.Ordinal))
        {
            if (!name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) && name != "[Content_Types].xml")
            {
                var slash = name.LastIndexOf('/');
                var relationships = RelationshipsOf(entries, $"{name[..(slash + 1)]}_rels/{name[(slash + 1)..]}.rels");
                parts[name] = new OfficePart(name, contentTypes.Of(name), () => Inflate(entry), limits) { Relationships = relationships };
            }
        }

        Parts = [.. parts.Values.OrderBy(p => p.Name, StringComparer.Ordinal)];
    }

    private List<OfficeRelationship> RelationshipsOf(Dictionary<string, ZipArchiveEntry> entries, string name)
    {
        if (!entries.TryGetValue(name, out var entry))
        {
            return [];
        }

        return [.. SafeXml.Load(Inflate(entry), limits).Elements(XName.Get("Relationship", OfficeNames.PackageRelationships))
            .Select(r => new OfficeRelationship(
                (string?)r.Attribute("Id") ?? "",
                OfficeNames.Transitional((string?)r.Attribute("Type") ?? ""),
                (string?)r.Attribute("Target") ?? "",
                string.Equals((string?)r.Attribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)))];
    }

    private byte[] Inflate(ZipArchiveEntry entry) => inflater.Inflate(entry);

    private static string Resolve(string folder, string target)
    {
        var path = Uri.UnescapeDataString(target.Replace('\\', '/').Split('#')[0]);
        var stack = new List<string>();
        foreach (var segment in (path.StartsWith('/') ? path : folder + path).Split('/'))
        {
            if (segment == ".." && stack.Count > 0)
            {
                stack.RemoveAt(stack.Count - 1);
            }
            else if (segment is not ("" or "." or ".."))
            {
                stack.Add(segment);
            }
        }

        return string.Join('/', stack);
    }
}
