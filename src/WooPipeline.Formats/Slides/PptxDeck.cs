using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using WooPipeline.Documents;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Slides;

/// <summary>A presentation opened: its slides in order (ISO/IEC 29500-1 §19).</summary>
internal sealed class PptxDeck(OfficePackage package)
{
    internal static readonly XNamespace P = "http://schemas.openxmlformats.org/presentationml/2006/main";
    private static readonly XName RelationshipId = XName.Get("id", OfficeNames.Relationships);
    private readonly ImmutableArray<Block>.Builder blocks = ImmutableArray.CreateBuilder<Block>();
    private readonly HashSet<OfficePart> drawn = [];
    private readonly List<Attachment> attachments = [];
    private string title = "";

    public DocumentRead Read(string fileName)
    {
        var main = package.Main;
        var number = 0;
        foreach (var id in main.Xml.Elements(P + "sldIdLst").Elements(P + "sldId"))
        {
            package.Limits.Check();
            if (package.Target(main, main.Relationship((string?)id.Attribute(RelationshipId))) is { } slide && drawn.Add(slide))
            {
                AddSlide(slide, ++number);
            }
        }

        if (number == 0)
        {
            throw new OfficeException("leeg", "De presentatie heeft geen dia's. Vraag het bestand opnieuw op bij de bron.");
        }

        AddBackground();
        var properties = OfficeProperties.Read(package);
        return new DocumentRead(new DocumentTree
        {
            Kind = DocumentKind.Presentation,
            Title = properties.Title.Length > 0 ? properties.Title : title,
            Date = properties.Date,
            FileName = fileName,
            Blocks = blocks.ToImmutable(),
            Metadata = [.. properties.Fields, .. Authors(main)],
        })
        {
            Attachments = [.. attachments],
        };
    }

    private void AddSlide(OfficePart slide, int number)
    {
        MarkupAlternatives.Choose(slide.Xml);
        var shapes = new PptxShapes(package, slide);
        var content = shapes.Read(slide.Xml.Elements(P + "cSld").Elements(P + "spTree"));
        var made = ImmutableArray.CreateBuilder<Block>();
        var name = string.Create(CultureInfo.InvariantCulture, $"Dia {number}");
        made.Add(new Heading(2, shapes.Title.Length > 0 ? [new TextRun(name + ": "), .. shapes.Title] : [new TextRun(name)]));
        made.AddRange(content);
        AddNotes(slide, made);
        AddComments(slide, made);
        AddEmbedded(slide);
        title = title.Length > 0 ? title : PlainText.Of(shapes.Title);
        if ((string?)slide.Xml.Attribute("show") is "0" or "false")
        {
            blocks.Add(new Section(ZoneKind.Hidden, made.ToImmutable()) { Name = "hidden slide" });
        }
        else
        {
            blocks.AddRange(made);
        }
    }

    private void AddNotes(OfficePart slide, ImmutableArray<Block>.Builder made)
    {
        foreach (var notes in package.AllRelated(slide, "notesSlide"))
        {
            MarkupAlternatives.Choose(notes.Xml);
            var shapes = new PptxShapes(package, notes) { IsNotes = true };
            var text = shapes.Read(notes.Xml.Elements(P + "cSld").Elements(P + "spTree"));
            if (text.Length > 0)
            {
                made.Add(new Section(ZoneKind.Body, [new Paragraph([new TextRun("Notities", TextStyle.Bold)]), .. text]) { Name = "notes" });
            }
        }
    }

    // Comments of before 2018 hold their text in p:text, those of after it in DrawingML.
    private void AddComments(OfficePart slide, ImmutableArray<Block>.Builder made)
    {
        var comments = ImmutableArray.CreateBuilder<Block>();
        foreach (var comment in package.AllRelated(slide, "comments").SelectMany(part => part.Xml.Descendants()).Where(e => e.Name.LocalName is "cm" or "reply"))
        {
            package.Limits.Check();
            var lines = comment.Elements().Where(e => e.Name.LocalName == "text").Select(e => e.Value)
                .Concat(comment.Elements().Where(e => e.Name.LocalName == "txBody").Descendants(PptxShapes.A + "p").Select(p => string.Concat(p.Descendants(PptxShapes.A + "t").Select(t => t.Value))));
            comments.AddRange(lines.Where(l => l.Trim().Length > 0).Select(l => Paragraph.Of(l.Replace('\n', ' '))));
        }

        if (comments.Count > 0)
        {
            made.Add(new Section(ZoneKind.Comment, comments.ToImmutable()));
        }
    }

    private void AddEmbedded(OfficePart slide)
    {
        foreach (var part in slide.Relationships.Where(r => r.Kind is "oleObject" or "package").Select(r => package.Target(slide, r)).OfType<OfficePart>().Where(drawn.Add))
        {
            attachments.Add(new Attachment(part.Name[(part.Name.LastIndexOf('/') + 1)..], part.ContentType, part.Bytes));
        }
    }

    // What masters and layouts print on every slide, once: the text of their shapes that are no placeholders.
    private void AddBackground()
    {
        var masters = package.AllRelated(package.Main, "slideMaster").ToList();
        foreach (var part in masters.Concat(masters.SelectMany(m => package.AllRelated(m, "slideLayout"))).Where(drawn.Add))
        {
            MarkupAlternatives.Choose(part.Xml);
            var text = new PptxShapes(package, part) { IsBackground = true }.Read(part.Xml.Elements(P + "cSld").Elements(P + "spTree"));
            if (text.Length > 0)
            {
                blocks.Add(new Section(ZoneKind.PageHeader, text) { Name = "background" });
            }
        }
    }

    private IEnumerable<MetadataField> Authors(OfficePart main) =>
        package.AllRelated(main, "commentAuthors").Concat(package.AllRelated(main, "authors")).SelectMany(p => p.Xml.Elements())
            .Select(a => (string?)a.Attribute("name") ?? "").Where(n => n.Length > 0).Select(n => new MetadataField("commentAuthor", n));
}
