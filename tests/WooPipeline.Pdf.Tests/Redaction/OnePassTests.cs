using System.Text;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Redaction;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Pdf.Tests.Redaction;

/// <summary>Tests that measure the memory of the process, so that no others may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredAlone
{
    public const string Name = "measured alone";
}

/// <summary>Reading and redacting in one pass gives the same file as reading first and redacting then; reading holds little.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class OnePassTests
{
    private const int EachFile = 11;

    /// <summary>Most bytes held at any time for each byte of the file, the file itself aside.</summary>
    private const double MostHeld = 10;

    [Fact]
    public void One_pass_gives_the_same_file()
    {
        if (Repository.Shared("corpus", "official") is not { } root)
        {
            return;
        }

        foreach (var path in Directory.GetFiles(root, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where((_, i) => i % EachFile == 0))
        {
            var bytes = File.ReadAllBytes(path);
            var marks = PdfRedactor.Pages(PdfFile.Open(bytes)).SelectMany(MarksOf).ToList();
            using var expected = new MemoryStream();
            PdfRedactor.Redact(PdfFile.Open(bytes), marks, new PdfRedactionOptions(), expected);

            var redaction = new PdfRedaction(PdfFile.Open(bytes), new PdfRedactionOptions());
            foreach (var page in redaction.Pages(marks.Select(m => m.Page).ToHashSet()))
            {
                MarksOf(page).ToList().ForEach(redaction.Mark);
            }

            using var made = new MemoryStream();
            redaction.Finish(made);
            Assert.True(expected.ToArray().AsSpan().SequenceEqual(made.ToArray()), path);
        }
    }

    [Fact]
    public void Pages_must_be_read_to_the_end()
    {
        var redaction = new PdfRedaction(PdfFile.Open(LongFile(3)), new PdfRedactionOptions());
        Assert.Equal(0, redaction.Pages().First().Index);
        Assert.Throws<InvalidOperationException>(() => redaction.Finish(Stream.Null));
    }

    [Fact]
    public void Reading_holds_less_than_ten_times_the_file()
    {
        var bytes = LongFile(200);
        PdfTextReader.Read(PdfFile.Open(bytes)); // what is loaded once for all files
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var file = PdfFile.Open(bytes);
        long most = 0;
        var pages = new List<PdfPageText>();
        foreach (var page in PdfRedactor.Pages(file))
        {
            pages.Add(page);
            most = page.Index % 40 == 0 ? Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before) : most;
        }

        GC.KeepAlive(pages);
        Assert.True(most < MostHeld * bytes.Length, $"{most / (double)bytes.Length:F1} times the file");
    }

    private static byte[] LongFile(int pages)
    {
        var store = new PdfObjectStore();
        var tree = store.Reserve();
        var font = store.Add(new PdfDictionary { { "Type", "Font" }, { "Subtype", "Type1" }, { "BaseFont", "Times-Roman" } });
        var kids = new PdfArray();
        for (var page = 0; page < pages; page++)
        {
            var lines = Enumerable.Range(0, 45).Select(l => $"(Regel {l} van bladzijde {page}: de heer Jansen heeft op verzoek van het ministerie) Tj T*\n");
            var content = store.Add(new PdfStream(new PdfDictionary(), Encoding.ASCII.GetBytes("BT /F 11 Tf 14 TL 70 780 Td\n" + string.Concat(lines) + "ET")));
            var resources = new PdfDictionary { { "Font", new PdfDictionary { { "F", font } } } };
            kids.Add(store.Add(new PdfDictionary { { "Type", "Page" }, { "Parent", tree }, { "MediaBox", PdfArray.OfNumbers(0, 0, 595, 842) }, { "Contents", content }, { "Resources", resources } }));
        }

        store.Set(tree, new PdfDictionary { { "Type", "Pages" }, { "Kids", kids }, { "Count", pages } });
        using var output = new MemoryStream();
        PdfFileWriter.Write(output, store, store.Add(new PdfDictionary { { "Type", "Catalog" }, { "Pages", tree } }), null);
        return output.ToArray();
    }

    private static IEnumerable<PdfMark> MarksOf(PdfPageText page)
    {
        if (page.Index % 3 == 0)
        {
            foreach (var run in page.Blocks.OfType<PdfTextParagraph>().SelectMany(p => p.Runs).Where(r => r.Text.Length > 12).Take(4))
            {
                yield return new PdfMark(page.Index, run.Glyphs[2..9], "5.1.2e", "gelakt");
            }
        }
    }
}
