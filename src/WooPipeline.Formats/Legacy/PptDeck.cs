using System.Collections.Immutable;
using System.Globalization;
using WooPipeline.Documents;
using WooPipeline.Formats.Office;
using WooPipeline.Formats.Outlook;
using WooPipeline.Formats.Text;

namespace WooPipeline.Formats.Legacy;

/// <summary>Makes the tree of a binary presentation.</summary>
internal sealed class PptDeck(PptFile file, ReadLimits limits)
{
    private readonly Dictionary<uint, PptRecord> notes = [];
    private readonly ImmutableArray<Block>.Builder blocks = ImmutableArray.CreateBuilder<Block>();
    private string title = "";
    private int number;

    public ReadResult Read(string fileName, CompoundStorage root)
    {
        if (file.Document is { } document)
        {
            foreach (var (persist, _) in Persisted(document, 2))
            {
                if (file.Persisted(persist.Long(0)) is { Type: PptRecord.Notes } record)
                {
                    notes.TryAdd(persist.Long(12), record);
                }
            }

            // A slide that is listed twice is shown once: a list of a million would otherwise be a million slides.
            foreach (var (persist, outline) in Persisted(document, 0).DistinctBy(p => p.Persist.Long(0)))
            {
                AddSlide(file.Persisted(persist.Long(0)), outline);
            }

            AddPages(document);
        }
        else
        {
            // The list of saves is lost: every slide that is there, in the order of the file.
            foreach (var record in file.All().Where(r => r.Type is PptRecord.Slide or PptRecord.Notes))
            {
                AddSlide(record, []);
            }
        }

        if (number == 0)
        {
            throw new OfficeException("leeg", "De presentatie heeft geen dia's. Vraag het bestand opnieuw op bij de bron.");
        }

        var pictures = LegacyPictures.Of(root.Stream("Pictures") ?? default, limits);
        blocks.AddRange(pictures);
        var properties = LegacyProperties.Read(root);
        return new DocumentRead(new DocumentTree
        {
            Kind = DocumentKind.Presentation,
            Title = properties.Title.Length > 0 ? properties.Title : title,
            Date = properties.Date,
            FileName = fileName,
            Blocks = blocks.ToImmutable(),
            Metadata = properties.Fields,
        })
        {
            Deviations = root.Stream("Pictures") is { Length: > 0 } && pictures.IsEmpty ? [new Deviation("ppt-pictures-left-out", "dia's")] : [],
        };
    }

    /// <summary>The entries of a list of slides, each with the texts of its outline.</summary>
    private static IEnumerable<(PptRecord Persist, List<(int Kind, string Text)> Outline)> Persisted(PptRecord document, int instance)
    {
        foreach (var list in document.Children().Where(r => r.Type == PptRecord.SlideList && r.Instance == instance))
        {
            PptRecord? persist = null;
            List<(int Kind, string Text)> outline = [];
            var kind = 0;
            foreach (var record in list.Children())
            {
                if (record.Type == PptRecord.SlidePersist)
                {
                    if (persist is not null)
                    {
                        yield return (persist, outline);
                    }

                    (persist, outline) = (record, []);
                }
                else if (record.Type == PptRecord.TextHeader)
                {
                    kind = (int)record.Long(0);
                }
                else if (record.Text is { } text)
                {
                    outline.Add((kind, text));
                }
            }

            if (persist is not null)
            {
                yield return (persist, outline);
            }
        }
    }

    private void AddSlide(PptRecord? slide, List<(int Kind, string Text)> outline)
    {
        number++;
        var records = slide?.Descendants(limits, r => r.Type != PptRecord.Comment).ToList() ?? [];
        List<(int Kind, string Text)> texts = [.. outline, .. Texts(records)];
        var head = texts.FirstOrDefault(t => t.Kind is 0 or 6).Text?.Trim() ?? "";
        var name = string.Create(CultureInfo.InvariantCulture, $"Dia {number}");
        var made = ImmutableArray.CreateBuilder<Block>();
        made.Add(new Heading(2, head.Length > 0 ? [new TextRun(name + ": "), .. TextBlocks.Lines(Lines(head))] : [new TextRun(name)]));
        made.AddRange(texts.Where(t => !(t.Kind is 0 or 6 && t.Text.Trim() == head)).SelectMany(t => Paragraphs(t.Kind, t.Text)));
        var comments = records.Where(r => r.Type == PptRecord.Comment).SelectMany(r => r.Children()).Where(r => r.Type == PptRecord.CString).Select(r => r.Text!.Trim()).Where(t => t.Length > 0).ToList();
        AddNotes(records, made);
        if (comments.Count > 0)
        {
            made.Add(new Section(ZoneKind.Comment, [.. comments.Select(c => new Paragraph(TextBlocks.Lines(Lines(c))))]));
        }

        title = title.Length > 0 ? title : head;
        var isHidden = records.Exists(r => r.Type == PptRecord.SlideShowInfo && (r.Word(10) & 4) != 0);
        blocks.AddRange(isHidden ? [new Section(ZoneKind.Hidden, made.ToImmutable()) { Name = "hidden slide" }] : made);
    }

    private void AddNotes(List<PptRecord> records, ImmutableArray<Block>.Builder made)
    {
        if (records.Find(r => r.Type == PptRecord.SlideAtom) is { } atom && notes.TryGetValue(atom.Long(16), out var record))
        {
            var text = Texts(record.Descendants(limits, _ => true)).SelectMany(t => Paragraphs(t.Kind, t.Text)).ToImmutableArray();
            if (text.Length > 0)
            {
                made.Add(new Section(ZoneKind.Body, [new Paragraph([new TextRun("Notities", TextStyle.Bold)]), .. text]) { Name = "notes" });
            }
        }
    }

    private void AddPages(PptRecord document)
    {
        foreach (var text in document.Descendants(limits, r => r.Type is PptRecord.HeadersFooters).Where(r => r.Type == PptRecord.CString).Select(r => r.Text!.Trim()).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal))
        {
            blocks.Add(new Section(ZoneKind.PageFooter, [new Paragraph(TextBlocks.Lines(Lines(text)))]));
        }
    }

    private static IEnumerable<(int Kind, string Text)> Texts(IEnumerable<PptRecord> records)
    {
        var kind = 4;
        foreach (var record in records)
        {
            if (record.Type == PptRecord.TextHeader)
            {
                kind = (int)record.Long(0);
            }
            else if (record.Type is PptRecord.TextChars or PptRecord.TextBytes)
            {
                yield return (kind, record.Text!);
            }
        }
    }

    /// <summary>Paragraphs of a text; those of a body are a list.</summary>
    private static ImmutableArray<Block> Paragraphs(int kind, string text)
    {
        var paragraphs = text.Split('\r').Select(p => p.Trim('\n', ' ')).Where(p => p.Length > 0).Select(p => new Paragraph(TextBlocks.Lines(Lines(p)))).ToList();
        return kind == 1 && paragraphs.Count > 1 ? [new ListBlock(false, [.. paragraphs.Select(p => new ListItem([p]))])] : [.. paragraphs];
    }

    // Placeholders of fields (the date, the number of the slide) are an asterisk.
    private static string[] Lines(string text) => [.. text.Split('\v', '\r', '\n').Select(l => new string([.. l.Where(c => c is >= ' ' or '\t')]))];
}
