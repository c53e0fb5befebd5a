using System.Globalization;
using System.Xml.Linq;
using WooPipeline.Documents;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Word;

/// <summary>What the pieces of a document share while it is written: bookmarks, links, notes, images, lists.</summary>
internal sealed class DocxContext(DocumentTree tree, HouseStyle style, DocxWriteOptions options, PackageWriter package)
{
    private const int FirstFreeId = 10;
    private readonly Dictionary<string, string> bookmarks = new(StringComparer.Ordinal);
    private readonly Dictionary<(string From, string Target), string> links = [];
    private readonly List<(string From, OfficeRelationship Relationship)> relationships = [];
    private readonly HashSet<string> opened = new(StringComparer.Ordinal);
    private int images;

    public DocumentTree Tree { get; } = tree;

    public HouseStyle Style { get; } = style;

    public DocxWriteOptions Options { get; } = options;

    public DocxLists Lists { get; } = new();

    /// <summary>Notes with a number, by id, in order of first reference.</summary>
    public Dictionary<string, int> Notes { get; } = new(StringComparer.Ordinal);

    /// <summary>Part that is being written: relationships belong to it.</summary>
    public string Part { get; set; } = "word/document.xml";

    /// <summary>Width of running text, in points.</summary>
    public double TextWidth => Math.Max(72, Style.PageWidth - Style.MarginLeft - Style.MarginRight);

    /// <summary>The bookmark's name for an anchor: numbered, so that no anchor's text gets into the file.</summary>
    public string Bookmark(string anchor)
    {
        if (!bookmarks.TryGetValue(anchor, out var name))
        {
            bookmarks[anchor] = name = "b" + (bookmarks.Count + 1).ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }

    /// <summary>Marks that open and close a bookmark; nothing where the anchor is used already or there is none.</summary>
    public (XElement? Start, XElement? End) Anchor(string? anchor)
    {
        if (anchor is null || !opened.Add(anchor))
        {
            return (null, null);
        }

        var name = Bookmark(anchor);
        return (M.E("bookmarkStart", M.A("id", name[1..]), M.A("name", name)), M.E("bookmarkEnd", M.A("id", name[1..])));
    }

    /// <summary>Relationship id of an external target; null where the target is no address.</summary>
    public string? Link(string target)
    {
        if (!Uri.TryCreate(target, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https" or "mailto" or "tel" or "ftp"))
        {
            return null;
        }

        if (!links.TryGetValue((Part, target), out var id))
        {
            links[(Part, target)] = id = NextId();
            relationships.Add((Part, new OfficeRelationship(id, OfficeNames.Relationships + "/hyperlink", address.AbsoluteUri, true)));
        }

        return id;
    }

    /// <summary>Stores an image and gives its relationship id and number.</summary>
    public (string Id, int Number) Image(ImageContent image)
    {
        images++;
        var extension = image.MediaType == "image/png" ? "png" : "jpeg";
        var name = $"media/image{images.ToString(CultureInfo.InvariantCulture)}.{extension}";
        package.Add("word/" + name, image.MediaType, [.. image.Data]);
        var id = NextId();
        relationships.Add((Part, new OfficeRelationship(id, OfficeNames.Relationships + "/image", name, false)));
        return (id, images);
    }

    public void WriteRelationships()
    {
        foreach (var (from, relationship) in relationships)
        {
            package.Relate(from, relationship);
        }
    }

    private string NextId() => "rId" + (FirstFreeId + relationships.Count).ToString(CultureInfo.InvariantCulture);
}
