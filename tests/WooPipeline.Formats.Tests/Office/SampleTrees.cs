using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Tests.Office;

/// <summary>A tree with one of everything.</summary>
internal static class SampleTrees
{
    public static RedactionMark Mark { get; } = new("5.1.2e", GroundCatalog.Privacy, Label.Name);

    public static DocumentTree Full { get; } = new()
    {
        Blocks =
        [
            new Heading(1, [new TextRun("Nota aan de minister")]),
            new FieldList([new Field("Van", [Mark, new TextRun("@example.nl")], "From"), new Field("Datum", [new TextRun("1 mei 2024")])]),
            new Heading(2, [new TextRun("Aanleiding")]) { Anchor = "aanleiding" },
            new Paragraph([
                new TextRun("Gewoon, "), new TextRun("vet", TextStyle.Bold), new TextRun(" en "), new TextRun("schuin", TextStyle.Italic), new LineBreak(),
                new TextRun("zie "), new Link("https://example.nl/a?b=1&c=2", [new TextRun("de bron")]), new FootnoteReference("n1"),
                new TextRun(" en "), new Link("#aanleiding", [new TextRun("hierboven")]), new TextRun(" op pagina "), new PageReference("aanleiding"),
            ]),
            new ListBlock(false,
            [
                new ListItem([Paragraph.Of("eerste punt"), new ListBlock(false, [new ListItem([Paragraph.Of("dieper punt")])])]),
                new ListItem([new Paragraph([new TextRun("tweede punt van "), Mark])]),
            ]),
            new ListBlock(true, [new ListItem([Paragraph.Of("genummerd een")]), new ListItem([Paragraph.Of("genummerd twee")])]) { Start = 3 },
            new ListBlock(true, [new ListItem([Paragraph.Of("met label")], "1.2.a")]),
            new Table(
                [
                    new TableRow([TableCell.Of("Organisatie"), TableCell.Of("Platform"), TableCell.Of("Status")]),
                    new TableRow([new TableCell([Paragraph.Of("Gemeente")], RowSpan: 2), TableCell.Of("Alfa"), TableCell.Of("ja")]),
                    new TableRow([new TableCell([Paragraph.Of("breed")], ColumnSpan: 2)]),
                ],
                1) { Caption = [new TextRun("Tabel 1")] },
            new Section(ZoneKind.Hidden, [Paragraph.Of("verborgengeheim")]),
            new Section(ZoneKind.Comment, [Paragraph.Of("commentaargeheim")]),
            new Section(ZoneKind.QuotedReply, [Paragraph.Of("eerder bericht")]) { Level = 1 },
            new Paragraph([new TextRun("slecht teken \u0001 en tab\ttab")]) { Preformatted = true },
            new ThematicBreak(),
            new PageBreak(),
            new ImageBlock(new ImageContent([], "image/tiff", "een kaart")),
            Paragraph.Of("Slot."),
        ],
        Footnotes = [new Footnote("n1", [new Paragraph([new TextRun("Noot over "), Mark])])],
    };

    public static ImmutableArray<string> ShownWords { get; } =
    [
        "Nota", "minister", "Aanleiding", "vet", "schuin", "bron", "hierboven", "eerste", "dieper", "tweede", "genummerd", "1.2.a", "Organisatie", "Gemeente",
        "breed", "eerder", "Slot", "Noot", "5.1.2e", "kaart",
    ];
}
