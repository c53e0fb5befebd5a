using WooPipeline.Documents;
using WooPipeline.Formats.Pdf;

namespace WooPipeline.Formats.Tests.Pdf;

/// <summary>A tree written as PDF in a temporary folder, and what other programs read in it.</summary>
internal sealed class PdfFixture : IDisposable
{
    public const string Number = "0042";

    private static readonly string[] Reading = ["-enc", "UTF-8"];
    private readonly TemporaryFolder folder = new();

    public PdfFixture(DocumentTree tree, HouseStyle? style = null, PdfWriteOptions? options = null)
    {
        using var output = File.Create(Path);
        Report = PdfDocumentWriter.Write(tree, style ?? new HouseStyle(), options ?? Options, output);
    }

    public static PdfWriteOptions Options { get; } = new()
    {
        Title = "Nota – één proef",
        DocumentNumber = Number,
        Date = new DateTimeOffset(2024, 3, 12, 14, 5, 0, TimeSpan.FromHours(1)),
    };

    public string Path => folder.File("document.pdf");

    public PdfWriteReport Report { get; }

    public static byte[] Bytes(DocumentTree tree)
    {
        using var output = new MemoryStream();
        PdfDocumentWriter.Write(tree, new HouseStyle(), Options, output);
        return output.ToArray();
    }

    public string Run(string program, params string[] arguments)
    {
        var result = ExternalTool.Run(program, [.. arguments.Select(a => a == "{}" ? Path : a)]);
        Assert.True(result.ExitCode == 0, $"{program} gave {result.ExitCode}: {result.Error}{result.Output}");
        return result.Output;
    }

    public string Text(params string[] options) => Run("pdftotext", [.. Reading, .. options, "{}", "-"]);

    /// <summary>The words of the text without the number at the head and the page's number at the foot.</summary>
    public string[] Words(params string[] options)
    {
        var words = new List<string>();
        foreach (var page in Text(options).Split('\f'))
        {
            var own = page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToList();
            own.Remove(Number);
            for (var i = own.Count - 4; i >= 0; i--)
            {
                if (own[i] == "Pagina" && own[i + 2] == "van" && own[i + 3] == Report.Pages.ToString(System.Globalization.CultureInfo.InvariantCulture))
                {
                    own.RemoveRange(i, 4);
                    break;
                }
            }

            words.AddRange(own);
        }

        return [.. words];
    }

    public void Dispose() => folder.Dispose();
}
