using System.Globalization;

namespace WooPipeline.Benchmarks;

/// <summary>
/// Makes a dossier of any size with invented people: 70 % mail of 2 to 50 KB in threads, 10 % docx and 10 % pdf of 1 to 20 pages, 10 %
/// spreadsheets, pages, lists and chats. The same size gives the same files.
/// </summary>
internal static class DossierGenerator
{
    private const int PersonsPerThousand = 50;

    public static void Write(string folder, int documents)
    {
        var sources = Path.Combine(folder, "bronnen");
        Directory.CreateDirectory(sources);
        File.WriteAllText(Path.Combine(folder, "dossier.yaml"), "organisatie: Ministerie van Oost\nonderwerp: vergunningen en metingen\nsoort: woo-verzoek\nreferentie: WOO-2024-001\ndatum: 2024-06-03\n");
        var words = Words.Load();
        var persons = TextMaker.People(words, Math.Clamp(documents * PersonsPerThousand / 1000, 40, 6_000), 11);
        var text = new TextMaker(words, persons, 7);
        Mail(sources, documents * 7 / 10, new MailMaker(text), text);
        var office = new OfficeMaker(text);
        Each(sources, "docx", documents / 10, office.Docx);
        Each(sources, "pdf", documents / 10, office.Pdf);
        Each(sources, "xlsx", documents / 40, office.Xlsx);
        Each(sources, "csv", documents / 40, office.Csv);
        Each(sources, "html", documents / 40, office.Html);
        Each(sources, "txt", documents / 40, office.Chat);
    }

    private static void Mail(string sources, int count, MailMaker mail, TextMaker text)
    {
        var written = 0;
        for (var thread = 0; written < count; thread++)
        {
            foreach (var message in mail.Thread(thread, text.Number(1, 6)).Take(count - written))
            {
                Put(sources, "eml", written, message);
                written++;
            }
        }
    }

    private static void Each(string sources, string extension, int count, Func<byte[]> make)
    {
        for (var i = 0; i < count; i++)
        {
            Put(sources, extension, i, make());
        }
    }

    /// <summary>A thousand files a folder, as archives do.</summary>
    private static void Put(string sources, string extension, int number, byte[] content)
    {
        var folder = Path.Combine(sources, string.Create(CultureInfo.InvariantCulture, $"{extension}-{number / 1000:D3}"));
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{number:D5}.{extension}")), content);
    }
}
