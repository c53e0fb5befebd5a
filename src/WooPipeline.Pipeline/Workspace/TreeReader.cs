using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Pipeline;

/// <summary>Reads a document tree that <see cref="TreeWriter"/> wrote.</summary>
internal sealed class TreeReader
{
    private readonly BinaryReader input;

    private TreeReader(BinaryReader input) => this.input = input;

    /// <summary>The tree, or null where the bytes are of another version.</summary>
    public static DocumentTree? Read(byte[] bytes)
    {
        using var input = new BinaryReader(new MemoryStream(bytes, writable: false), Encoding.UTF8);
        return input.ReadInt32() == TreeWriter.Version ? new TreeReader(input).Tree() : null;
    }

    private DocumentTree Tree() => new()
    {
        Title = Text(),
        Language = Text(),
        Kind = (DocumentKind)input.ReadByte(),
        Date = input.ReadBoolean() ? new DateTimeOffset(input.ReadInt64(), TimeSpan.FromMinutes(input.ReadInt16())) : null,
        FileName = Text(),
        Blocks = Blocks(),
        Footnotes = All(() => new Footnote(Text(), Blocks())),
        Metadata = All(() => new MetadataField(Text(), Text(), Place())),
    };

    private ImmutableArray<Block> Blocks() => All<Block>(() =>
    {
        var tag = (BlockTag)input.ReadByte();
        var anchor = OptionalText();
        return Content(tag) with { Anchor = anchor };
    });

    private Block Content(BlockTag tag) => tag switch
    {
        BlockTag.Heading => new Heading(input.ReadByte(), Inlines()),
        BlockTag.Paragraph => ParagraphContent(input.ReadBoolean()),
        BlockTag.List => ListContent(input.ReadBoolean(), input.ReadInt32()),
        BlockTag.Table => TableContent(),
        BlockTag.Fields => FieldContent(input.ReadBoolean()),
        BlockTag.Image => new ImageBlock(Image()),
        BlockTag.PageBreak => new PageBreak(),
        BlockTag.Rule => new ThematicBreak(),
        BlockTag.Section => SectionContent(),
        _ => throw new InvalidDataException("Unknown block in the workspace."),
    };

    private Paragraph ParagraphContent(bool preformatted) => new(Inlines()) { Preformatted = preformatted };

    private ListBlock ListContent(bool ordered, int start) => new(ordered, All(() =>
    {
        var label = OptionalText();
        return new ListItem(Blocks(), label);
    }))
    {
        Start = start,
    };

    private Table TableContent()
    {
        var headers = input.ReadInt32();
        var caption = Inlines();
        var widths = All(input.ReadDouble);
        var rows = All(() => new TableRow(All(() =>
        {
            var columns = input.ReadInt32();
            var spanned = input.ReadInt32();
            var isHeader = input.ReadBoolean();
            return new TableCell(Blocks(), columns, spanned, isHeader);
        })));
        return new Table(rows, headers) { Caption = caption, ColumnWidths = widths };
    }

    private FieldList FieldContent(bool small) => new(All(() =>
    {
        var label = Text();
        var name = OptionalText();
        return new Field(label, Inlines(), name);
    }))
    {
        Small = small,
    };

    private Section SectionContent()
    {
        var kind = (ZoneKind)input.ReadByte();
        var name = OptionalText();
        var level = input.ReadInt32();
        var language = OptionalText();
        return new Section(kind, Blocks()) { Name = name, Level = level, Language = language };
    }

    private ImmutableArray<Inline> Inlines() => All<Inline>(() => (InlineTag)input.ReadByte() switch
    {
        InlineTag.Run => new TextRun(Text(), (TextStyle)input.ReadInt16(), Place()),
        InlineTag.LineBreak => new LineBreak(),
        InlineTag.Link => new Link(Text(), Inlines()),
        InlineTag.Note => new FootnoteReference(Text()),
        InlineTag.Page => new PageReference(Text()),
        InlineTag.Image => new InlineImage(Image()),
        InlineTag.Mark => new RedactionMark(Text(), GroundCatalog.Find(Text()) ?? GroundCatalog.Privacy, (Label)input.ReadByte()),
        _ => throw new InvalidDataException("Unknown inline in the workspace."),
    });

    private ImageContent Image()
    {
        var data = ImmutableCollectionsMarshal.AsImmutableArray(input.ReadBytes(input.ReadInt32()));
        return new ImageContent(data, Text(), Text()) { Width = input.ReadDouble(), Height = input.ReadDouble(), Origin = Place() };
    }

    private Origin? Place() => input.ReadBoolean() ? new Origin(input.ReadInt32(), input.ReadInt32()) : null;

    private string Text() => OptionalText() ?? "";

    private string? OptionalText()
    {
        var length = input.ReadInt32();
        return length < 0 ? null : string.Create(length, input, static (units, from) =>
        {
            for (var i = 0; i < units.Length; i++)
            {
                units[i] = (char)from.ReadUInt16();
            }
        });
    }

    private ImmutableArray<T> All<T>(Func<T> read)
    {
        var count = input.ReadInt32();
        var items = ImmutableArray.CreateBuilder<T>(count);
        for (var i = 0; i < count; i++)
        {
            items.Add(read());
        }

        return items.MoveToImmutable();
    }
}
