using System.Collections.Immutable;
using WooPipeline.Pdf.Layout;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Pdf.Tests.Writing;

/// <summary>Flow documents that hold one of everything.</summary>
internal static class FlowSamples
{
    public static FlowDocument Everything() => new()
    {
        Title = "Proef – alles",
        Date = new DateTimeOffset(2024, 2, 29, 23, 59, 1, TimeSpan.FromHours(2)),
        HeaderLeft = "Ministerie",
        HeaderRight = "0001",
        FooterFormat = "Pagina {0} van {1}",
        ImagePlaceholder = "[afbeelding: {0}]",
        Blocks =
        [
            new FlowHeading(2, [new FlowText("Kop "), new FlowMark("5.1.2e", "gelakt")]) { Anchor = "kop" },
            new FlowHeading(5, [new FlowText("Diepe kop")]),
            new FlowParagraph(
            [
                new FlowText("Tekst met "), new FlowText("nadruk", FlowFont.Bold | FlowFont.Italic), new FlowNoteReference("n"), new FlowText(", "),
                new FlowLink("https://voorbeeld.nl/pad?x=é", [new FlowText("een lange koppeling die over meer dan één regel heen loopt, want zij telt heel wat woorden en dan nog een paar meer")]),
                new FlowText(" en "), new FlowLink("#kop", [new FlowText("terug")]), new FlowText(" naar pagina "), new FlowPageReference("kop"),
                new FlowText(" emoji 😀 "), new FlowMark("5.1.2e", "gelakt, artikel 5.1"), new FlowText("@voorbeeld.nl "), new FlowInlineImage(Image("Een vlag")),
                new FlowText(" weg "), new FlowLink("#weg", [new FlowText("dood")]), new FlowText(" schema "), new FlowLink("javascript:x()", [new FlowText("kwaad")]),
            ]),
            new FlowParagraph([new FlowLink("https://a.nl/beeld", [new FlowInlineImage(Image("Beeld met koppeling")), new FlowText("noot"), new FlowNoteReference("n"), new FlowMark("5.1.2e", "gelakt")])]),
            new FlowParagraph([new FlowLink("#kop", [new FlowInlineImage(Image("Naar boven"))])]),
            new FlowList(true, [Item("1.", "een"), new FlowListItem("2.", [Text("twee"), new FlowList(false, [Item("•", "diep"), new FlowListItem("•", [])])])]),
            new FlowFields([new FlowField("Aan:", [new FlowText("de minister")]), new FlowField("", [new FlowText("los")]), new FlowField("Leeg:", [])]),
            new FlowGroup([Text("quoted in English"), new FlowGroup([Text("deeper")]) { Quoted = true }]) { Quoted = true, Language = "en" },
            new FlowGroup([]) { Quiet = true },
            new FlowParagraph([new FlowText(" ")]),
            new FlowImageBlock(Image("Een blok")),
            new FlowImageBlock(Image("")),
            new FlowImageBlock(new FlowImage(new byte[] { 1, 2, 3 }, "image/png", "kapot")),
            new FlowRule(),
            new FlowParagraph([new FlowText("vast  wit\n\tinspringen")]) { Preformatted = true },
            Table(70),
            new FlowPageBreak(),
            Text("Slot "),
            new FlowHeading(1, [new FlowText("Einde")]),
        ],
        Notes = ImmutableDictionary<string, FlowNote>.Empty.Add("n", new FlowNote("1", [new FlowParagraph([new FlowText("Noot met "), new FlowLink("https://a.nl", [new FlowText("koppeling")]), new FlowNoteReference("n")])])),
    };

    public static FlowTable Table(int rows) => new(
        [
            Row(new FlowCell([Text("Groep")], ColumnSpan: 2), new FlowCell([Text("Waarde")], RowSpan: 2)),
            Row(Cell("Naam"), Cell("Soort")),
            Row(new FlowCell([Text("over twee rijen")], RowSpan: 2, IsHeader: true), Cell("b"), Cell("c")),
            Row(Cell("d"), new FlowCell([])),
            Row(Cell("te weinig")),
            Row(new FlowCell([Text("te breed")], ColumnSpan: 9, RowSpan: 9)),
            .. Enumerable.Range(0, rows).Select(r => Row(Cell("rij " + r), Cell("soort"), Cell("een wat langere waarde met genoeg woorden voor twee regels, of zelfs voor drie als het moet " + r))),
        ],
        HeaderRows: 2)
    { Caption = [new FlowText("Opschrift")] };

    public static FlowImage Image(string description) => new(PngMaker.Make(8, 6, 6, 8), "image/png", description, 20);

    public static FlowParagraph Text(string text) => new([new FlowText(text)]);

    public static byte[] Bytes(FlowDocument document)
    {
        using var output = new MemoryStream();
        FlowPdfWriter.Write(document, output);
        return output.ToArray();
    }

    private static FlowListItem Item(string label, string text) => new(label, [Text(text)]);

    private static FlowCell Cell(string text) => new([Text(text)]);

    private static FlowRow Row(params ReadOnlySpan<FlowCell> cells) => new([.. cells]);
}
