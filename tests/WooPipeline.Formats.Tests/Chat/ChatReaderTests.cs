using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Tests.Chat;

public sealed class ChatReaderTests
{
    private static TextView View(string text)
    {
        var read = Assert.IsType<DocumentRead>(FormatCatalog.Default.Read(new SourceFile("bronnen/app.txt", Encoding.UTF8.GetBytes(text)), ReadLimits.Default));
        Assert.Equal(DocumentKind.Chat, read.Tree.Kind);
        return TextView.Of(read.Tree);
    }

    private static List<string> Zones(TextView view, ZoneKind kind) =>
        [.. view.Zones.Where(z => z.Kind == kind).Select(z => view.Slice(z.Span).ToString().Trim())];

    [Theory]
    [InlineData("[22-11-2023 05:41] Jelte: hoi\n[22-11-2023 05:42] Sanne B: dag\n")] // Signal
    [InlineData("[22-11-2023, 05:41:12] Jelte: hoi\n\u200e[22-11-2023, 05:42:13] Sanne B: dag\n")] // WhatsApp, iOS
    [InlineData("22-11-2023 05:41 - Jelte: hoi\n22-11-2023 05:42 - Sanne B: dag\n")] // WhatsApp, Android
    [InlineData("22/11/2023, 05:41 - Jelte: hoi\n22/11/2023, 05:42 - Sanne B: dag\n")]
    [InlineData("11/22/23, 5:41\u202fAM - Jelte: hoi\n11/22/23, 5:42\u202fAM - Sanne B: dag\n")]
    [InlineData("Jelte  22-11-2023 05:41\nhoi\n\nSanne B  22-11-2023 05:42\ndag\n")] // copied from Teams
    public void Senders_and_times_are_zones(string text)
    {
        var view = View(text);
        Assert.Equal(["Jelte", "Sanne B"], Zones(view, ZoneKind.Sender));
        Assert.Equal(2, Zones(view, ZoneKind.Timestamp).Count);
        Assert.Contains("hoi", view.Text, StringComparison.Ordinal);
        Assert.Contains("dag", view.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_that_go_on_and_lines_of_the_program_are_kept()
    {
        var view = View("""
            Teams-chat "Kernteam" – export door D. Soer

            [13-03-2023 15:58] Jonge Poerink, Daan: Dag allen,
            tweede regel: met dubbele punt
            [13-03-2023 15:59] Jonge Poerink, Daan heeft het onderwerp gewijzigd in "Evaluatie: af"
            [13-03-2023 16:02] +31 6 50417723: akkoord
            """);
        Assert.Equal(["Jonge Poerink, Daan", "+31 6 50417723"], Zones(view, ZoneKind.Sender));
        foreach (var part in new[] { "export door D. Soer", "tweede regel: met dubbele punt", "gewijzigd in \"Evaluatie: af\"" })
        {
            Assert.Contains(part, view.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_text_with_a_date_or_two_is_no_chat()
    {
        var read = Assert.IsType<DocumentRead>(FormatCatalog.Default.Read(
            new SourceFile("a.txt", Encoding.UTF8.GetBytes("Verslag\n\n[22-11-2023 05:41] begin\ntekst\ntekst\ntekst\ntekst\ntekst\n")), ReadLimits.Default));
        Assert.Equal(DocumentKind.Text, read.Tree.Kind);
    }
}
