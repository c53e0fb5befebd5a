using System.Collections.Immutable;
using System.Text;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Redaction;
using WooPipeline.Pdf.Text;
using WooPipeline.Pdf.Verify;

namespace WooPipeline.Pdf.Tests.Redaction;

/// <summary>No token is left in any carrier, judged by programs that aren't ours and by our own scanner, which shares no code with the redactor.</summary>
public sealed class CanaryTests
{
    [Theory]
    [InlineData(PdfWidthMode.Safe, true)]
    [InlineData(PdfWidthMode.Safe, false)]
    [InlineData(PdfWidthMode.KeepLayout, true)]
    [InlineData(PdfWidthMode.WholeLine, true)]
    public void No_token_is_left(PdfWidthMode mode, bool withArea)
    {
        var (canary, bytes) = CanaryPage.Build();
        Assert.True(canary.Tokens.Count >= 80, $"{canary.Tokens.Count} carriers");
        var clean = Redact(canary, bytes, mode, withArea);

        var leaks = PdfLeakScanner.Scan(clean, [.. canary.Tokens.Select(t => t.Token)]);
        Assert.Empty(leaks.Select(l => canary.Tokens[l.Form].Carrier + ": " + l.Place));
        Assert.Empty(Left(canary, Encoding.Latin1.GetString(clean)));
        foreach (var text in Outside(clean))
        {
            Assert.Empty(Left(canary, text));
        }
    }

    [Fact]
    public void The_scanner_finds_the_tokens_in_the_source()
    {
        var (canary, bytes) = CanaryPage.Build();
        var found = PdfLeakScanner.Scan(bytes, [.. canary.Tokens.Select(t => t.Token)]).Select(l => l.Form).ToHashSet();
        Assert.Empty(canary.Tokens.Where((_, i) => !found.Contains(i)).Select(t => t.Carrier));
    }

    [Fact]
    public void The_same_source_gives_the_same_bytes()
    {
        var (canary, bytes) = CanaryPage.Build();
        Assert.Equal(Redact(canary, bytes, PdfWidthMode.Safe), Redact(canary, bytes, PdfWidthMode.Safe));
    }

    private static byte[] Redact(CanaryFile canary, byte[] bytes, PdfWidthMode mode, bool withArea = true)
    {
        var marks = new List<PdfMark>();
        foreach (var page in PdfRedactor.Pages(PdfFile.Open(bytes)))
        {
            marks.AddRange(Marks(canary, page));
            if (withArea)
            {
                marks.Add(new PdfMark(page.Index, [], "5.1.2e", "gelakt") { Area = (390, 395, 450, 550) });
            }
        }

        var missed = canary.Visible.Where(v => !marks.Exists(m => m.Spoken == v)).ToList();
        Assert.Empty(missed.Select(m => canary.Tokens.FirstOrDefault(t => t.Token == m).Carrier ?? m));
        using var output = new MemoryStream();
        PdfRedactor.Redact(PdfFile.Open(bytes), [.. marks.Select(m => m with { Spoken = "gelakt" })], new PdfRedactionOptions { Mode = mode }, output);
        return output.ToArray();
    }

    private static IEnumerable<PdfMark> Marks(CanaryFile canary, PdfPageText page)
    {
        foreach (var run in page.Blocks.SelectMany(Runs))
        {
            foreach (var token in canary.Visible)
            {
                for (var at = run.Text.IndexOf(token, StringComparison.Ordinal); at >= 0; at = run.Text.IndexOf(token, at + 1, StringComparison.Ordinal))
                {
                    yield return new PdfMark(page.Index, run.Glyphs[at..(at + token.Length)], "5.1.2e", token);
                }
            }
        }
    }

    private static IEnumerable<PdfTextRun> Runs(PdfTextBlock block) => block switch
    {
        PdfTextParagraph p => p.Runs,
        PdfTextTable t => t.Rows.SelectMany(r => r).SelectMany(c => c).SelectMany(p => p.Runs),
        _ => [],
    };

    private static IEnumerable<string> Left(CanaryFile canary, string text)
    {
        var plain = text.ToUpperInvariant().Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return canary.Tokens.Where(t => plain.Contains(t.Token, StringComparison.Ordinal)).Select(t => t.Carrier);
    }

    private static IEnumerable<string> Outside(byte[] clean)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("clean.pdf");
        File.WriteAllBytes(path, clean);
        if (ExternalTool.IsHere("pdftotext"))
        {
            yield return ExternalTool.Run("pdftotext", path, "-").Output;
        }

        if (ExternalTool.IsHere("mutool"))
        {
            yield return ExternalTool.Run("mutool", "draw", "-q", "-F", "txt", path).Output;
        }

        if (ExternalTool.IsHere("qpdf"))
        {
            var check = ExternalTool.Run("qpdf", "--check", path);
            // 3: warnings; the source's JPEG is none, and an image that no mark touches stays as it is.
            Assert.True(check.ExitCode is 0 or 3, check.Output + check.Error);
            Assert.True(ExternalTool.Run("qpdf", "--qdf", "--object-streams=disable", path, folder.File("qdf.pdf")).ExitCode is 0 or 3);
            yield return Encoding.Latin1.GetString(File.ReadAllBytes(folder.File("qdf.pdf")));
        }
    }
}
