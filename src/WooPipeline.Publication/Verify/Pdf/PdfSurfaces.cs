using System.Globalization;
using System.Text;

namespace WooPipeline.Publication.Verification;

/// <summary>Surfaces of a PDF: pages, properties, XMP, every string of every object, every stream, attachments, images.</summary>
internal sealed class PdfSurfaces(SurfaceReader reader, string place, int depth)
{
    private const int MaxPages = 100_000;
    private static readonly string[] InfoKeys = ["Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate"];
    private readonly HashSet<int> seen = [];
    private readonly Dictionary<Dictionary<string, object?>, PdfFontCodes> fonts = new(ReferenceEqualityComparer.Instance);

    /// <summary>All surfaces.</summary>
    public IEnumerable<Surface> Read(byte[] bytes)
    {
        var file = new PdfContainer(bytes);
        if (file.IsEncrypted)
        {
            reader.Fault(place, "is een versleutelde PDF en kan niet worden nagezien");
        }

        if (depth == 0)
        {
            reader.Opened.AddRange(file.Streams.Select(s => s.Opened).OfType<(int, int)>());
        }

        return Pages(file).Concat(Strings(file)).Concat(Streams(file)).Concat(Rest(bytes)).Concat(Fonts(file));
    }

    /// <summary>What each page shows, read when asked for.</summary>
    public static IReadOnlyList<Lazy<string>> PageTexts(byte[] bytes)
    {
        var surfaces = new PdfSurfaces(new SurfaceReader(), "", 0);
        var file = new PdfContainer(bytes);
        return [.. PageObjects(file).Select(page => new Lazy<string>(() => surfaces.PageText(file, page).Body, LazyThreadSafetyMode.None))];
    }

    private IEnumerable<Surface> Pages(PdfContainer file)
    {
        var number = 0;
        foreach (var page in PageObjects(file))
        {
            number++;
            var text = PageText(file, page);
            var where = SurfaceReader.Place(place, $"pagina {number.ToString(CultureInfo.InvariantCulture)}");
            yield return new Surface(SurfaceKind.Text, where, text.Body);
            yield return new Surface(SurfaceKind.Repeated, where + ", kop of voet", text.Artifacts);
            foreach (var alternative in text.Alternatives.Distinct(StringComparer.Ordinal))
            {
                yield return new Surface(SurfaceKind.Repeated, where + ", vervangende tekst", alternative);
            }
        }
    }

    private PdfTextReader PageText(PdfContainer file, Dictionary<string, object?> page)
    {
        var text = new PdfTextReader(file, seen, fonts);
        text.Read(Content(file, page), Inherited(file, page));
        foreach (var appearance in Appearances(file, page))
        {
            seen.Add(appearance.Number);
            text.Read(appearance.Data!, file.Dictionary(appearance.Entries, "Resources"));
        }

        return text;
    }

    private static IEnumerable<Dictionary<string, object?>> PageObjects(PdfContainer file)
    {
        var visited = new HashSet<Dictionary<string, object?>>(ReferenceEqualityComparer.Instance);
        var stack = new Stack<Dictionary<string, object?>>();
        foreach (var (_, value) in file.All.Where(o => o.Value is Dictionary<string, object?> d && file.Name(d, "Type") == "Catalog").Reverse())
        {
            if (file.Dictionary((Dictionary<string, object?>)value!, "Pages") is { } root)
            {
                stack.Push(root);
            }
        }

        while (stack.TryPop(out var node) && visited.Count < MaxPages)
        {
            if (!visited.Add(node))
            {
                continue;
            }

            if (node.ContainsKey("Kids"))
            {
                foreach (var kid in Enumerable.Reverse(file.Array(node, "Kids")).Select(file.Dictionary).OfType<Dictionary<string, object?>>())
                {
                    stack.Push(kid);
                }
            }
            else
            {
                yield return node;
            }
        }
    }

    private byte[] Content(PdfContainer file, Dictionary<string, object?> page)
    {
        using var joined = new MemoryStream();
        foreach (var part in file.Array(page, "Contents").Select(file.Resolve).OfType<PdfStream>())
        {
            seen.Add(part.Number);
            joined.Write(part.Data ?? []);
            joined.WriteByte((byte)'\n');
        }

        return joined.ToArray();
    }

    private static Dictionary<string, object?>? Inherited(PdfContainer file, Dictionary<string, object?>? page)
    {
        for (var hops = 0; page is not null && hops < 64; hops++)
        {
            if (file.Dictionary(page, "Resources") is { } resources)
            {
                return resources;
            }

            page = file.Dictionary(page, "Parent");
        }

        return null;
    }

    private static IEnumerable<PdfStream> Appearances(PdfContainer file, Dictionary<string, object?> page) => file.Array(page, "Annots")
        .Select(a => file.Dictionary(file.Dictionary(a), "AP")).OfType<Dictionary<string, object?>>()
        .SelectMany(ap => ap.Values.Select(file.Resolve))
        .SelectMany(v => v is Dictionary<string, object?> states ? states.Values.Select(file.Resolve) : [v])
        .OfType<PdfStream>().Where(s => s.Data is not null);

    /// <summary>Each text and each set of names once: a tagged file says the same of hundreds of parts.</summary>
    private IEnumerable<Surface> Strings(PdfContainer file)
    {
        var seenTexts = new HashSet<(bool, string)>();
        var seenNames = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (number, value) in file.All.Concat(file.Streams.Select(s => (s.Number, (object?)s.Entries))))
        {
            var isInfo = value is Dictionary<string, object?> d && InfoKeys.Any(d.ContainsKey) && !d.ContainsKey("Type") && !d.ContainsKey("Parent") && !d.ContainsKey("S");
            var names = new List<string>();
            var where = SurfaceReader.Place(place, isInfo ? "eigenschappen" : $"tekst in object {number.ToString(CultureInfo.InvariantCulture)}");
            foreach (var text in Inside(value, names).Select(PdfStrings.Decode).Where(t => seenTexts.Add((isInfo, t))))
            {
                // A string of bytes (an identifier, a checksum) is no text, and letters come up in it by chance.
                var kind = text.Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t')) ? SurfaceKind.Raw
                    : isInfo ? SurfaceKind.Properties : SurfaceKind.Repeated;
                yield return new Surface(kind, where, text);
            }

            names.RemoveAll(n => !seenNames.Add(n));
            if (names.Count > 0)
            {
                yield return new Surface(SurfaceKind.Raw, SurfaceReader.Place(place, $"naam in object {number.ToString(CultureInfo.InvariantCulture)}"), string.Join('|', names));
            }
        }
    }

    /// <summary>The strings within an object, references not followed; its names are added to a list.</summary>
    private static List<byte[]> Inside(object? root, List<string> names)
    {
        var texts = new List<byte[]>();
        var stack = new Stack<object?>([root]);
        while (stack.TryPop(out var value))
        {
            switch (value)
            {
                case byte[] text:
                    texts.Add(text);
                    break;
                case PdfName name:
                    names.Add(name.Value);
                    break;
                case List<object?> list:
                    list.ForEach(stack.Push);
                    break;
                case Dictionary<string, object?> entries:
                    foreach (var (key, inner) in entries)
                    {
                        names.Add(key);
                        if (key != "ID")
                        {
                            stack.Push(inner);
                        }
                    }

                    break;
                default:
                    break;
            }
        }

        return texts;
    }

    private IEnumerable<Surface> Streams(PdfContainer file)
    {
        foreach (var stream in file.Streams)
        {
            var where = SurfaceReader.Place(place, $"stroom van object {stream.Number.ToString(CultureInfo.InvariantCulture)}");
            if (stream.Data is null)
            {
                reader.Fault(where, "kan niet worden uitgepakt en is dus niet nagezien");
                continue;
            }

            foreach (var surface in Stream(file, stream, where))
            {
                yield return surface;
            }

            if (stream.LeftFilter is null)
            {
                yield return Surface.OfBytes(where, stream.Data);
            }
        }
    }

    private IEnumerable<Surface> Stream(PdfContainer file, PdfStream stream, string where)
    {
        var type = file.Name(stream.Entries, "Type");
        if (type == "Metadata" || stream.Data.AsSpan().IndexOf("<?xpacket"u8) >= 0)
        {
            return MarkupSurfaces.Read(SurfaceReader.Place(place, "XMP"), Encoding.UTF8.GetString(stream.Data!)).Select(s => s with { Kind = SurfaceKind.Properties, IsSyntax = true });
        }

        if (type == "EmbeddedFile" || ImageSurfaces.IsImage(stream.Data))
        {
            return reader.Read(where, "", stream.Data!, depth + 1);
        }

        return stream.LeftFilter is not null || seen.Contains(stream.Number) || type is "ObjStm" or "XRef" ? []
            : stream.Data.AsSpan().IndexOf("BT"u8) >= 0 ? Loose(file, stream, where) : Plain(stream.Data!, where);
    }

    /// <summary>A stream that is nothing but text: no part of the document as shown, so no word of it needs to be there.</summary>
    private static IEnumerable<Surface> Plain(byte[] data, string where) =>
        data.AsSpan().IndexOf("begincmap"u8) < 0 && data.Length < 1024 * 1024 && EncodedText.Printable(data) is { } text
            ? [new Surface(SurfaceKind.Properties, where, text)] : [];

    /// <summary>Content that no page shows: read with each font of the file in turn.</summary>
    private static IEnumerable<Surface> Loose(PdfContainer file, PdfStream stream, string where)
    {
        var strings = new List<byte[]>();
        var tokens = new PdfTokens(stream.Data!, 0, stream.Data!.Length);
        while (tokens.Next(references: false) is { } token)
        {
            strings.AddRange(Inside(token, []));
        }

        yield return new Surface(SurfaceKind.Raw, where, string.Concat(strings.Select(Encoding.Latin1.GetString)));
        foreach (var font in file.All.Select(o => o.Value).OfType<Dictionary<string, object?>>().Where(d => d.ContainsKey("ToUnicode")).Take(64))
        {
            var codes = new PdfFontCodes(file, font);
            yield return new Surface(SurfaceKind.Raw, where, string.Concat(strings.Select(codes.Decode)));
        }
    }

    /// <summary>No surface, but known once all pages were read: fonts with more letters than are shown.</summary>
    private IEnumerable<Surface> Fonts(PdfContainer file)
    {
        var unread = file.Streams.Where(s => s.Data is not null && s.LeftFilter is null && !seen.Contains(s.Number) && s.Data.AsSpan().IndexOf("BT"u8) >= 0);
        if (depth == 0 && new PdfOrphanGlyphs(file, fonts).Count(unread) is > 0 and var count)
        {
            reader.Remarks.Add($"Ingesloten lettertypen met letters die nergens staan en van weggelakte woorden kunnen zijn: {count.ToString(CultureInfo.InvariantCulture)}.");
        }

        yield break;
    }

    /// <summary>What stands behind the end of the file: no reader shows it, but it is there.</summary>
    private IEnumerable<Surface> Rest(byte[] bytes)
    {
        var end = bytes.AsSpan().LastIndexOf("%%EOF"u8);
        if (end >= 0 && bytes.Length - end > 8)
        {
            foreach (var (encoding, text) in EncodedText.Decodings(bytes[(end + 5)..]))
            {
                yield return new Surface(SurfaceKind.Properties, SurfaceReader.Place(place, "achter het einde van de PDF" + encoding), text);
            }
        }
    }
}
