using System.Text;

namespace WooPipeline.Publication.Verification;

/// <summary>Cuts a file into surfaces by what its bytes are, whatever its name says; containers are opened to a bounded depth.</summary>
internal sealed class SurfaceReader
{
    /// <summary>Containers within containers that are opened.</summary>
    public const int MaxDepth = 8;

    /// <summary>Bytes that one file may unpack to before the check gives up on it.</summary>
    public const long MaxUnpacked = 2L * 1024 * 1024 * 1024;

    private readonly List<string> faults = [];
    private long unpacked;

    /// <summary>What couldn't be opened, in Dutch with its place.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>What is wrong with a file that was opened, in Dutch.</summary>
    public List<string> Remarks { get; } = [];

    /// <summary>Stretches of the file whose every byte was decompressed: as bytes they say nothing more.</summary>
    public List<(int Start, int End)> Opened { get; } = [];

    /// <summary>All surfaces of a file.</summary>
    /// <param name="name">Its name, for what the bytes don't tell.</param>
    /// <param name="bytes">Its bytes.</param>
    public IEnumerable<Surface> Read(string name, byte[] bytes) => Read("", name, bytes, 0);

    /// <summary>Surfaces of a member or stream.</summary>
    internal IEnumerable<Surface> Read(string place, string name, byte[] bytes, int depth)
    {
        unpacked += bytes.Length;
        if (depth > MaxDepth || unpacked > MaxUnpacked)
        {
            Fault(place, "is te diep of te groot om na te zien");
            return [];
        }

        return Kind(name, bytes) switch
        {
            FileKind.Pdf => new PdfSurfaces(this, place, depth).Read(bytes),
            FileKind.Zip => new ZipSurfaces(this, place, depth).Read(bytes),
            FileKind.Image => ImageSurfaces.Read(place, bytes),
            FileKind.Markup => MarkupSurfaces.Read(place, Decode(bytes)),
            FileKind.Text when name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) => Records(Decode(bytes)).Select(r => new Surface(SurfaceKind.Text, Place(place, "tekst"), r)),
            FileKind.Text => [new Surface(SurfaceKind.Text, Place(place, "tekst"), Unescaped(name, Decode(bytes)))],
            _ => [],
        };
    }

    /// <summary>Notes what couldn't be opened.</summary>
    internal void Fault(string place, string what) => faults.Add($"{(place.Length > 0 ? place : "het bestand")} {what}");

    /// <summary>Joins places: <c>word/media/image1.png, XMP</c>.</summary>
    internal static string Place(string outer, string inner) => outer.Length == 0 ? inner : inner.Length == 0 ? outer : $"{outer}, {inner}";

    private enum FileKind
    {
        Other,
        Pdf,
        Zip,
        Image,
        Markup,
        Text,
    }

    private static FileKind Kind(string name, byte[] bytes)
    {
        if (bytes.AsSpan(0, Math.Min(1024, bytes.Length)).IndexOf("%PDF-"u8) >= 0)
        {
            return FileKind.Pdf;
        }

        if (bytes.AsSpan().StartsWith("PK"u8))
        {
            return FileKind.Zip;
        }

        if (ImageSurfaces.IsImage(bytes))
        {
            return FileKind.Image;
        }

        var text = Decode(bytes.AsSpan(0, Math.Min(4096, bytes.Length)).ToArray());
        if (text.Any(c => c is '\0' or '\uFFFD' or < '\t'))
        {
            return FileKind.Other;
        }

        var extension = Path.GetExtension(name).ToLowerInvariant();
        return extension is ".html" or ".htm" or ".xhtml" or ".xml" or ".svg" or ".rels" or ".xmp" or ".rdf" || text.TrimStart('\uFEFF', ' ', '\n', '\r', '\t').StartsWith('<')
            ? FileKind.Markup : FileKind.Text;
    }

    private static string Decode(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }

    /// <summary>The records of a csv (RFC 4180): what ends one line and begins the next is no one's number or name.</summary>
    private static IEnumerable<string> Records(string text)
    {
        var (start, quoted) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            quoted ^= text[i] == '"';
            if (text[i] == '\n' && !quoted)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }

    private static string Unescaped(string name, string text) =>
        name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? EncodedText.Variants(text).Where(v => v.Name == "escapes").Select(v => v.Text).FirstOrDefault(text) : text;
}
