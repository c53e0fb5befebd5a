using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using WooPipeline.Documents;
using WooPipeline.Formats.Office;
using WooPipeline.Formats.Text;

namespace WooPipeline.Formats.Word;

/// <summary>A Word file opened: normalised parts, the tree made from them and where every visible piece stands.</summary>
internal sealed class WordContent
{
    private readonly HashSet<OfficePart> normalised = [];

    private WordContent(OfficePackage package)
    {
        Package = package;
        Main = package.Main;
        Styles = new WordStyles(XmlOf(package.Related(Main, "styles")));
        Numbering = new WordNumbering(XmlOf(package.Related(Main, "numbering")), Styles);
    }

    public OfficePackage Package { get; }

    public OfficePart Main { get; }

    public WordStyles Styles { get; }

    public WordNumbering Numbering { get; }

    public NativeMap Natives { get; } = new();

    /// <summary>Above zero while something is read that is never published: its pieces get no origin.</summary>
    public int Unseen { get; set; }

    /// <summary>The element that holds each link of the tree.</summary>
    public Dictionary<Link, XElement> Links { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>The drawing or picture that holds each image of the tree.</summary>
    public Dictionary<ImageContent, XElement> Images { get; } = new(ReferenceEqualityComparer.Instance);

    public List<Attachment> Attachments { get; } = [];

    public List<Deviation> Deviations { get; } = [];

    /// <summary>Notes in order of first reference.</summary>
    public List<Footnote> Notes { get; } = [];

    /// <summary>Ids of the notes.</summary>
    public HashSet<string> NoteIds { get; } = new(StringComparer.Ordinal);

    /// <summary>What the document says.</summary>
    public DocumentTree Tree { get; private set; } = new();

    /// <summary>Parts that hold visible text, by the walk: what redaction edits and keeps.</summary>
    public List<OfficePart> TextParts { get; } = [];

    /// <summary>Opens and reads a file.</summary>
    /// <exception cref="OfficeException">It can't be read; the reason is for the coordinator.</exception>
    public static WordContent Open(SourceFile file, OfficePackage package)
    {
        try
        {
            var content = new WordContent(package);
            content.ReadTree(file);
            return content;
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            throw new OfficeException("beschadigd", "Een onderdeel van het document is geen geldige XML: het bestand is beschadigd of kwaadaardig. Open het in Word en sla het opnieuw op.");
        }
    }

    /// <summary>Reads something that is never published.</summary>
    public ImmutableArray<Block> ReadUnseen(Func<ImmutableArray<Block>> read)
    {
        Unseen++;
        var blocks = read();
        Unseen--;
        return blocks;
    }

    /// <summary>Gives a piece its origin; null where it is never published.</summary>
    public Origin? Place(OfficePart part, NativeText piece) => Unseen > 0 ? null : Natives.Add(part.Name, piece);

    /// <summary>The root of a text part, normalised once.</summary>
    public XElement TextRoot(OfficePart part)
    {
        var root = part.Xml;
        if (normalised.Add(part))
        {
            WordNormaliser.Normalise(root, id => Package.Target(part, part.Relationship(id)));
            TextParts.Add(part);
        }

        return root;
    }

    private static XElement? XmlOf(OfficePart? part) => part?.Xml;

    private void ReadTree(SourceFile file)
    {
        var root = TextRoot(Main);
        var body = root.Element(W.Main + "body")
            ?? throw new OfficeException(root.Name.Namespace == W.Main ? "leeg" : "beschadigd", "Het document heeft geen hoofdtekst. Open het in Word en sla het opnieuw op.");
        var blocks = ImmutableArray.CreateBuilder<Block>();
        AddStories(blocks, "header", ZoneKind.PageHeader);
        blocks.AddRange(new WordWalker(this, Main).Story(body));
        AddStories(blocks, "footer", ZoneKind.PageFooter);
        var comments = ReadUnseen(() => WordSideParts.Comments(this));
        if (comments.Length > 0)
        {
            blocks.Add(new Section(ZoneKind.Comment, comments));
        }

        WordSideParts.AddUnreferencedNotes(this);
        var properties = OfficeProperties.Read(Package);
        Tree = new DocumentTree
        {
            Kind = DocumentKind.Text,
            Title = properties.Title,
            Date = WrittenDate.Of(blocks.ToImmutable()) ?? properties.Date,
            FileName = file.Name,
            Blocks = blocks.ToImmutable(),
            Footnotes = [.. Notes],
            Metadata = [.. properties.Fields, .. WordSideParts.Metadata(this)],
        };
    }

    private void AddStories(ImmutableArray<Block>.Builder blocks, string kind, ZoneKind zone)
    {
        var shown = Main.Xml.Descendants(W.Main + kind + "Reference").Select(r => Package.Target(Main, Main.Relationship((string?)r.Attribute(W.RelId)))).OfType<OfficePart>().Distinct().ToList();
        foreach (var part in shown)
        {
            var content = new WordWalker(this, part).Story(TextRoot(part));
            if (content.Length > 0)
            {
                blocks.Add(new Section(zone, content));
            }
        }

        foreach (var part in Package.AllRelated(Main, kind).Except(shown)) // no section shows it
        {
            var content = ReadUnseen(() => new WordWalker(this, part).Story(TextRoot(part)));
            if (content.Length > 0)
            {
                blocks.Add(new Section(ZoneKind.Hidden, content));
            }
        }
    }
}
