using System.Text;
using System.Text.RegularExpressions;
using WooPipeline.Pdf.Tests.Redaction;

namespace WooPipeline.EndToEnd;

/// <summary>A PDF with a token in each carrier goes through the main job, the tokens given by <c>altijd.csv</c>: none is left.</summary>
public sealed class CanaryRunTests
{
    [Fact]
    public void No_token_of_the_word_list_is_left_in_any_carrier()
    {
        using var folder = new TemporaryFolder();
        var (canary, bytes) = CanaryPage.Build();
        Directory.CreateDirectory(folder.File("d", "bronnen"));
        Directory.CreateDirectory(folder.File("d", "registers"));
        File.WriteAllBytes(folder.File("d", "bronnen", "kanarie.pdf"), bytes);
        File.WriteAllLines(folder.File("d", "registers", "altijd.csv"), ["tekst;label;grond", .. canary.Tokens.Select(t => t.Token + ";;")]);
        var result = Woo.Run("run", folder.File("d"), "--out", folder.File("uit"));

        Assert.True(result.ExitCode is 0 or 1, result.Output + result.Error);
        var file = folder.File("uit", "publicatie", "documenten", "0001.pdf");
        Assert.True(File.Exists(file), result.Output);
        foreach (var text in Views(file, folder))
        {
            Assert.Empty(canary.Tokens.Where(t => text.Contains(t.Token, StringComparison.OrdinalIgnoreCase)).Select(t => t.Carrier));
        }
    }

    /// <summary>The bytes as they are, and what programs that aren't ours make of them.</summary>
    private static IEnumerable<string> Views(string file, TemporaryFolder folder)
    {
        yield return Encoding.Latin1.GetString(File.ReadAllBytes(file));
        if (ExternalTool.IsHere("pdftotext"))
        {
            yield return Regex.Replace(ExternalTool.Run("pdftotext", "-raw", file, "-").Output, @"\s", "");
        }

        if (ExternalTool.IsHere("qpdf"))
        {
            var plain = folder.File("qdf.pdf");
            ExternalTool.Run("qpdf", "--qdf", "--object-streams=disable", file, plain);
            yield return Encoding.Latin1.GetString(File.ReadAllBytes(plain));
        }

        if (ExternalTool.IsHere("mutool"))
        {
            yield return Regex.Replace(ExternalTool.Run("mutool", "draw", "-F", "txt", file).Output, @"\s", "");
        }
    }
}
