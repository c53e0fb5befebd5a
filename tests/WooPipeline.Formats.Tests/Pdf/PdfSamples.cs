using System.Collections.Immutable;
using System.Globalization;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Tests.Pdf;

/// <summary>Documents of the kinds that are published: a note, a long table, a mail with marks.</summary>
internal static class PdfSamples
{
    private static readonly string[] Words =
        ("de het een van voor met over naar onder tegen zonder binnen beleid ministerie directie platform melding notitie " +
         "verzoek besluit termijn gegevens organisatie voortgang overleg afspraak bijlage onderzoek resultaat maatregel " +
         "informatiehuishouding rechtsbescherming handhavingsinstrumentarium toezichthouder Kamervragen e-mail coördinatie").Split(' ');

    public static RedactionMark Mark { get; } = new("5.1.2e", GroundCatalog.Privacy, Label.Name);

    public static DocumentTree Note() => new()
    {
        Title = "Nota gesprek platforms",
        Blocks =
        [
            new Heading(1, [new TextRun("Nota aan de minister")]),
            new FieldList(
            [
                new Field("Aan", [new TextRun("de minister van Binnenlandse Zaken en Koninkrijksrelaties")], "To"),
                new Field("Van", [new TextRun("directie Democratie en Bestuur")], "From"),
                new Field("Datum", [new TextRun("12 maart 2024")], "Date"),
                new Field("Kenmerk", [new TextRun("2024-0000123456")]),
                new Field("Opgesteld door", [Mark]),
            ]),
            new Heading(2, [new TextRun("Aanleiding")]),
            Text(60, 1, new FootnoteReference("n1")),
            Text(45, 2),
            new Heading(2, [new TextRun("Geadviseerd besluit")]) { Anchor = "besluit" },
            Paragraph.Of("U wordt geadviseerd:"),
            new ListBlock(true,
            [
                new ListItem([Text(22, 3)]),
                new ListItem([Text(14, 4), new ListBlock(false, [new ListItem([Text(9, 5)]), new ListItem([Text(24, 6)])])]),
                new ListItem([Text(11, 7)]),
            ]),
            new Heading(3, [new TextRun("Kernpunten")]),
            new ListBlock(false, [new ListItem([Text(30, 8)]), new ListItem([Text(12, 9)]), new ListItem([Text(18, 10, new FootnoteReference("n2"))])]),
            new Heading(2, [new TextRun("Toelichting")]),
            Text(90, 11),
            new Paragraph(
            [
                new TextRun("Zie "), new Link("https://www.rijksoverheid.nl/documenten", [new TextRun("de website van de Rijksoverheid")]), new TextRun(" en "),
                new Link("#besluit", [new TextRun("het geadviseerde besluit")]), new TextRun(" op pagina "), new PageReference("besluit"),
                new TextRun(". "), new TextRun("Vet", TextStyle.Bold), new TextRun(", "), new TextRun("cursief", TextStyle.Italic), new TextRun(", "),
                new TextRun("beide", TextStyle.Bold | TextStyle.Italic), new TextRun(", "), new TextRun("onderstreept", TextStyle.Underline), new TextRun(" en "),
                new TextRun("doorgehaald", TextStyle.Strikethrough), new TextRun(" naast m"), new TextRun("2", TextStyle.Superscript), new TextRun(" en CO"),
                new TextRun("2", TextStyle.Subscript), new TextRun("."),
            ]),
            Text(70, 12),
            Text(110, 13),
            SmallTable(),
        ],
        Footnotes =
        [
            new Footnote("n1", [Paragraph.Of("Kamerstukken II 2023/24, 30 821, nr. 212.")]),
            new Footnote("n2", [Text(32, 14)]),
        ],
    };

    public static DocumentTree LongTable(int rows = 120)
    {
        var header = new TableRow([TableCell.Of("Nr."), TableCell.Of("Datum"), TableCell.Of("Omschrijving"), TableCell.Of("Beoordeling"), TableCell.Of("Gronden")]);
        var body = Enumerable.Range(1, rows).Select(r => new TableRow(
        [
            TableCell.Of(r.ToString("D4", CultureInfo.InvariantCulture)), TableCell.Of($"{1 + (r % 28)}-{1 + (r % 12)}-2024"),
            new TableCell([Text(6 + (r * 7 % 23), r)]), TableCell.Of(r % 3 == 0 ? "Deels openbaar" : "Openbaar"), TableCell.Of(r % 3 == 0 ? "5.1.2e, 5.1.2i" : ""),
        ]));
        return new DocumentTree
        {
            Blocks = [new Heading(1, [new TextRun("Inventarislijst")]), new Table([header, .. body], 1) { Caption = [new TextRun("Documenten bij het besluit")] }],
        };
    }

    public static DocumentTree Mail() => new()
    {
        Kind = DocumentKind.Email,
        Blocks =
        [
            new FieldList(
            [
                new Field("Van", [Mark, new TextRun(" <"), Mark, new TextRun("@minbzk.nl>")], "From"),
                new Field("Aan", [Mark, new TextRun("@twitter.com; "), Mark, new TextRun("@minbzk.nl")], "To"),
                new Field("Onderwerp", [new TextRun("RE: Afspraak over het meldpunt")], "Subject"),
                new Field("Datum", [new TextRun("dinsdag 12 maart 2024 14:05")], "Date"),
                new Field("Bijlagen", [new TextRun("agenda.docx")], "Attachments"),
            ]),
            new Paragraph([new TextRun("Beste "), Mark, new TextRun(",")]),
            Text(50, 21),
            new Paragraph([new TextRun("Bel mij gerust op "), Mark, new TextRun(" of mail naar "), Mark, new TextRun("@minbzk.nl. Groet ("), Mark, new TextRun(")")]),
            new Section(ZoneKind.Signature, [new Paragraph([new TextRun("Met vriendelijke groet,"), new LineBreak(), Mark, new LineBreak(), new TextRun("Directie Democratie en Bestuur")])]),
            new Section(ZoneKind.QuotedReply,
            [
                new FieldList([new Field("Van", [Mark], "From"), new Field("Verzonden", [new TextRun("maandag 11 maart 2024 09:12")], "Date")]),
                Text(40, 22),
                new Section(ZoneKind.QuotedReply, [Text(30, 23), new Paragraph([new TextRun("Thanks, "), Mark])]) { Level = 2, Language = "en" },
            ]) { Level = 1 },
            new FieldList(
            [
                new Field("From", [Mark, new TextRun("@minbzk.nl")], "From"), new Field("Message-ID", [new TextRun("<0123456789abcdef0123456789abcdef@prd.example.nl>")], "Message-ID"),
            ]) { Small = true },
        ],
    };

    public static Paragraph Text(int words, int seed, params ReadOnlySpan<Inline> end)
    {
        var random = new Random(seed);
        var chosen = Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]).ToArray();
        var text = string.Join(' ', chosen);
        return new Paragraph([new TextRun(char.ToUpperInvariant(text[0]) + text[1..] + "."), .. end]);
    }

    private static Table SmallTable() => new(
    [
        new TableRow([TableCell.Of("Bijlage"), TableCell.Of("Titel"), TableCell.Of("Pagina's")]),
        new TableRow([new TableCell([Paragraph.Of("Groep A")], RowSpan: 2), TableCell.Of("Verslag van het gesprek"), TableCell.Of("4")]),
        new TableRow([TableCell.Of("Lijst van toezeggingen"), TableCell.Of("2")]),
        new TableRow([new TableCell([Paragraph.Of("Samen")], ColumnSpan: 2, IsHeader: true), TableCell.Of("6")]),
    ], 1);
}
