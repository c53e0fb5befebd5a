using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats.Office;
using WooPipeline.Formats.Outlook;

namespace WooPipeline.Formats.Legacy;

/// <summary>Makes the tree of a binary Word document.</summary>
internal sealed class DocDocument(DocFile file, ReadLimits limits)
{
    private readonly DocFormatting characters = DocFormatting.Characters(file, limits);
    private readonly DocFormatting paragraphs = DocFormatting.Paragraphs(file, limits);
    private readonly Dictionary<int, string> references = [];
    private readonly List<Footnote> notes = [];
    private bool hasPictures;

    public ReadResult Read(string fileName, CompoundStorage root)
    {
        var starts = new int[file.Lengths.Length + 1];
        for (var i = 0; i < file.Lengths.Length; i++)
        {
            starts[i + 1] = Math.Min(file.Text.Length, starts[i] + file.Lengths[i]);
        }

        AddNotes(2, 3, starts[1], starts[2], "f");
        AddNotes(46, 47, starts[5], starts[6], "e");
        var pages = Pages(starts[2], starts[3]).DistinctBy(p => (p.Kind, PlainText.Of(p.Blocks))).ToList();
        var body = Story(starts[0], starts[1]);
        var boxes = Section(ZoneKind.Body, "text boxes", Story(starts[6], starts[7])).Concat(Section(ZoneKind.PageHeader, "text boxes", Story(starts[7], starts[8])));
        var properties = LegacyProperties.Read(root);
        var pictures = LegacyPictures.Of(root.Stream("Data") ?? default, limits);
        var tree = new DocumentTree
        {
            Kind = DocumentKind.Text,
            Title = properties.Title,
            Date = properties.Date,
            FileName = fileName,
            Blocks = [.. pages.Where(p => p.Kind == ZoneKind.PageHeader), .. body, .. boxes, .. pictures, .. Comments(starts[4], starts[5]), .. pages.Where(p => p.Kind == ZoneKind.PageFooter)],
            Footnotes = [.. notes],
            Metadata = [.. properties.Fields, .. Owners()],
        };
        return tree.Blocks.IsEmpty
            ? new Quarantined("leeg", "Het Word-document bevat geen tekst. Beoordeel het met de hand: mogelijk bestaat het alleen uit afbeeldingen.")
            : new DocumentRead(tree)
            {
                Attachments = [.. LegacyFile.Embedded(root.Storage("ObjectPool"))],
                Deviations = hasPictures && pictures.IsEmpty ? [new Deviation("doc-pictures-left-out", "tekst")] : [],
            };
    }

    private ImmutableArray<Block> Story(int start, int end)
    {
        var story = new DocStory(file.Text, limits)
        {
            FormatAt = i => characters.At(file.Offsets[i]).Format,
            ParagraphAt = i => paragraphs.At(file.Offsets[i]),
            NoteAt = references.GetValueOrDefault,
        };
        var blocks = story.Read(start, Math.Min(end, file.Text.Length));
        hasPictures |= story.HasPictures;
        return blocks;
    }

    // Notes are found by two lists: where they are referred to, and where their text stands (MS-DOC §2.8.2, §2.8.3).
    private void AddNotes(int referenceList, int textList, int start, int end, string kind)
    {
        var places = file.Positions(referenceList, 2);
        var texts = file.Positions(textList, 0);
        for (var i = 0; i + 1 < places.Length && i + 1 < texts.Length; i++)
        {
            limits.Check();
            var id = string.Create(CultureInfo.InvariantCulture, $"{kind}{i + 1}");
            references[places[i]] = id;
            notes.Add(new Footnote(id, Story(Clamp(start + texts[i], start, end), Clamp(start + texts[i + 1], start, end))));
        }

        if (texts.Length < 2 && end > start)
        {
            var id = kind + "0";
            notes.Add(new Footnote(id, Story(start, end))); // the lists are gone: the text is not
            references.TryAdd(Math.Max(0, file.Lengths[0] - 1), id);
        }
    }

    // Six stories a section, after six for the lines above notes (MS-DOC §2.8.8).
    private IEnumerable<Section> Pages(int start, int end)
    {
        var positions = file.Positions(11, 0);
        if (positions.Length < 2 && end > start)
        {
            return Section(ZoneKind.PageHeader, null, Story(start, end));
        }

        return Enumerable.Range(6, Math.Max(0, positions.Length - 7)).SelectMany(i => Section(
            i % 6 is 0 or 1 or 4 ? ZoneKind.PageHeader : ZoneKind.PageFooter,
            null,
            Story(Clamp(start + positions[i], start, end), Clamp(start + positions[i + 1], start, end))));
    }

    private IEnumerable<Section> Comments(int start, int end)
    {
        var texts = file.Positions(5, 0);
        return texts.Length < 2
            ? Section(ZoneKind.Comment, null, Story(start, end))
            : Enumerable.Range(0, texts.Length - 1).SelectMany(i => Section(ZoneKind.Comment, null, Story(Clamp(start + texts[i], start, end), Clamp(start + texts[i + 1], start, end))));
    }

    /// <summary>Names of who wrote comments (MS-DOC §2.7.2): length and characters, one after the other.</summary>
    private IEnumerable<MetadataField> Owners()
    {
        var list = file.Structure(36);
        for (var at = 0; at + 2 <= list.Length;)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(list.Span[at..]) * 2;
            if (at + 2 + length > list.Length)
            {
                yield break;
            }

            yield return new MetadataField("commentAuthor", Encoding.Unicode.GetString(list.Span.Slice(at + 2, length)));
            at += 2 + length;
        }
    }

    private static IEnumerable<Section> Section(ZoneKind kind, string? name, ImmutableArray<Block> blocks) =>
        blocks.IsEmpty ? [] : [new Section(kind, blocks) { Name = name }];

    private static int Clamp(int at, int low, int high) => Math.Clamp(at, low, Math.Max(low, high));
}
