using System.Text;
using System.Text.RegularExpressions;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Redaction;
using WooPipeline.Pdf.Text;
using WooPipeline.Publication.Verification;
using PdfReference = WooPipeline.Pdf.Objects.PdfReference;
using PdfStream = WooPipeline.Pdf.Objects.PdfStream;

namespace WooPipeline.Publication.Tests.Verify;

/// <summary>The check sees fonts that draw letters of removed words, and no others.</summary>
public sealed partial class OrphanGlyphTests
{
    /// <summary>Of the files each so many-th is tried; all with <c>WOO_CORPUS=all</c>.</summary>
    private static int TryEach => Environment.GetEnvironmentVariable("WOO_CORPUS") == "all" ? 1 : 6;

    [Fact]
    public void Redacted_files_have_none()
    {
        var wrong = new List<string>();
        var tried = 0;
        foreach (var path in ((string[])["gold", "corpus/official", "corpus/pdf"]).Select(f => Repository.Shared(f.Split('/'))).OfType<string>()
            .SelectMany(f => Directory.GetFiles(f, "*.pdf", SearchOption.AllDirectories)).Order(StringComparer.Ordinal).Where((_, i) => i % TryEach == 0))
        {
            foreach (var removes in (bool[])[false, true])
            {
                if (Redacted(File.ReadAllBytes(path), removes) is not { } bytes)
                {
                    continue;
                }

                tried++;
                if (Remarks(bytes) > 0)
                {
                    wrong.Add(Path.GetFileName(path) + (removes ? " redacted" : " saved"));
                }
            }
        }

        Console.WriteLine($"{tried} files");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Letters_that_only_a_removed_word_showed_are_seen()
    {
        if (Repository.Shared("corpus", "official") is not { } root)
        {
            return;
        }

        var found = 0;
        foreach (var path in Directory.GetFiles(root, "*.pdf", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Redacted(File.ReadAllBytes(path), removes: false) is { } whole)
            {
                Assert.Equal(0, Remarks(whole));
                found += Remarks(WithoutText(whole)) > 0 ? 1 : 0;
            }
        }

        Assert.True(found > 0, "a file whose text was taken out and whose fonts were left is not seen");
    }

    private static int Remarks(byte[] bytes)
    {
        var reader = new SurfaceReader();
        foreach (var surface in reader.Read("0001.pdf", bytes))
        {
            Assert.NotNull(surface);
        }

        return reader.Remarks.Count;
    }

    private static byte[]? Redacted(byte[] bytes, bool removes)
    {
        try
        {
            var redaction = new PdfRedaction(PdfFile.Open(bytes), new PdfRedactionOptions());
            foreach (var page in redaction.Pages())
            {
                foreach (var run in page.Blocks.OfType<PdfTextParagraph>().SelectMany(p => p.Runs).Where(_ => removes))
                {
                    foreach (Match word in Capitalised().Matches(run.Text))
                    {
                        redaction.Mark(new PdfMark(page.Index, run.Glyphs[word.Index..(word.Index + word.Length)], "5.1.2e", "gelakt"));
                    }
                }
            }

            using var output = new MemoryStream();
            redaction.Finish(output);
            return output.ToArray();
        }
        catch (PdfException)
        {
            return null;
        }
    }

    /// <summary>The file with, on each page, only one letter of each font: what a careless tool leaves.</summary>
    private static byte[] WithoutText(byte[] bytes)
    {
        var file = PdfFile.Open(bytes);
        var store = new PdfObjectStore();
        var copies = new Dictionary<int, PdfReference>();
        var tree = store.Reserve();
        var fonts = new PdfDictionary();
        var content = new StringBuilder("BT ");
        for (var number = 1; number <= file.MaxNumber; number++)
        {
            if (file.Resolve(new PdfReference(number)) is PdfDictionary font && file.Name(font, "Type") == "Font" && file.Name(font, "Subtype") is "Type0" or "TrueType" or "Type1")
            {
                fonts[$"F{number}"] = Copy(font);
                content.Append(System.Globalization.CultureInfo.InvariantCulture, $"/F{number} 9 Tf <0041> Tj ");
            }
        }

        var page = new PdfDictionary { { "Type", "Page" }, { "Parent", tree }, { "MediaBox", PdfArray.OfNumbers(0, 0, 595, 842) } };
        page["Contents"] = store.Add(new PdfStream(new PdfDictionary(), Encoding.ASCII.GetBytes(content.Append("ET").ToString())));
        page["Resources"] = new PdfDictionary { { "Font", fonts } };
        store.Set(tree, new PdfDictionary { { "Type", "Pages" }, { "Kids", new PdfArray([store.Add(page)]) }, { "Count", 1 } });
        using var output = new MemoryStream();
        PdfFileWriter.Write(output, store, store.Add(new PdfDictionary { { "Type", "Catalog" }, { "Pages", tree } }), null);
        return output.ToArray();

        PdfObject Copy(PdfObject value)
        {
            switch (value)
            {
                case PdfReference reference when !copies.ContainsKey(reference.Number):
                    copies[reference.Number] = store.Reserve();
                    store.Set(copies[reference.Number], Copy(file.Resolve(reference)));
                    return copies[reference.Number];
                case PdfReference reference:
                    return copies[reference.Number];
                case PdfStream stream:
                    return new PdfStream((PdfDictionary)Copy(stream.Dictionary), stream.Data);
                case PdfDictionary dictionary:
                    var copy = new PdfDictionary();
                    foreach (var (key, entry) in dictionary)
                    {
                        copy[key] = Copy(entry);
                    }

                    return copy;
                case PdfArray array:
                    return new PdfArray(array.Select(Copy));
                default:
                    return value;
            }
        }
    }

    [GeneratedRegex(@"\b[A-Z][a-z]+\b")]
    private static partial Regex Capitalised();
}
