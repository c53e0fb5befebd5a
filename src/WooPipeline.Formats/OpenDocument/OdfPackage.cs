using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.OpenDocument;

/// <summary>A package of OpenDocument (ISO/IEC 26300-3) or its flat form: parts by name, inflated within bounds when asked for.</summary>
internal sealed class OdfPackage : IDisposable
{
    private readonly ZipArchive? archive;
    private readonly ZipInflater inflater;
    private readonly XElement? flat;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.Ordinal);

    private OdfPackage(ZipArchive? archive, XElement? flat, ReadLimits limits)
    {
        this.archive = archive;
        this.flat = flat;
        Limits = limits;
        inflater = new ZipInflater(limits);
        foreach (var entry in archive?.Entries ?? Enumerable.Empty<ZipArchiveEntry>())
        {
            entries.TryAdd(entry.FullName.TrimStart('/'), entry);
        }
    }

    public ReadLimits Limits { get; }

    /// <summary>Opens a package or a flat file.</summary>
    /// <exception cref="OfficeException">Damaged, encrypted, too many parts.</exception>
    public static OdfPackage Open(ReadOnlyMemory<byte> content, ReadLimits limits)
    {
        if (!content.Span.StartsWith(OfficeSignature.Zip))
        {
            return new OdfPackage(null, SafeXml.Load(content, limits, keepBlanks: true), limits);
        }

        var package = new OdfPackage(new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read), null, limits);
        if (package.entries.Count > limits.MaxMembers)
        {
            throw new OfficeException("te-groot", "Het bestand bestaat uit te veel onderdelen.");
        }

        if (package.Xml("META-INF/manifest.xml")?.Descendants(OdfNames.ManifestNs + "encryption-data").Any() == true)
        {
            throw new OfficeException("versleuteld", "Het bestand is met een wachtwoord beveiligd. Vraag de bron om een versie zonder wachtwoord.");
        }

        return package;
    }

    /// <summary>The root of <c>content.xml</c>, <c>styles.xml</c> or <c>meta.xml</c>; of the whole where the file is flat; null where absent.</summary>
    public XElement? Xml(string name) => flat is not null ? (name.StartsWith("META-INF", StringComparison.Ordinal) ? null : flat)
        : Bytes(name) is { } bytes ? SafeXml.Load(bytes, Limits, keepBlanks: true) : null;

    /// <summary>The bytes of a part; null where absent.</summary>
    public byte[]? Bytes(string name) => entries.TryGetValue(name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name, out var entry) ? inflater.Inflate(entry) : null;

    /// <summary>The media type that the package declares; empty where none.</summary>
    public string MediaType => flat is not null ? (string?)flat.Attribute(OdfNames.OfficeNs + "mimetype") ?? ""
        : Bytes("mimetype") is { } bytes ? Encoding.ASCII.GetString(bytes).Trim() : "";

    public void Dispose() => archive?.Dispose();
}
