using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WooPipeline.Pdf.Filters;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Tests.Objects;

/// <summary>Objects, their syntax, the filters, and files that were made to do harm.</summary>
public sealed class ObjectTests
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        Prop.ForAll<byte[], bool>(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<bool>(), (bytes, isHex) =>
        {
            var written = Write(new PdfArray([new PdfString(bytes, isHex), new PdfName(Encoding.Latin1.GetString(bytes)), new PdfReal(bytes.Length / 7.0)]));
            var parser = new PdfParser(written);
            return parser.Read() is PdfArray { Count: 3 } read && read[0] is PdfString text && text.Bytes.Span.SequenceEqual(bytes)
                && read[1] is PdfName name && name.Value == Encoding.Latin1.GetString(bytes) && Math.Abs(((PdfNumber)read[2]).ToDouble() - (bytes.Length / 7.0)) < 1e-8;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_bytes_make_the_parser_throw_or_hang()
    {
        Prop.ForAll<byte[]>(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            var parser = new PdfParser(bytes);
            for (var i = 0; i <= bytes.Length && parser.Read() is not null; i++)
            {
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("(a\\)b\\\nc\\101)", "a)bcA")]
    [InlineData("<41 4>", "A@")]
    [InlineData("(\r\n)", "\n")]
    [InlineData("((x)y)", "(x)y")]
    public void Strings_are_unescaped(string source, string expected) =>
        Assert.Equal(expected, Encoding.Latin1.GetString(PdfStringDecoder.Decode(Encoding.Latin1.GetBytes(source))));

    [Theory]
    [InlineData("ASCII85Decode", "87cURD]i,\"Ebo80~>", "Hello World!")]
    [InlineData("ASCIIHexDecode", "48 65 6C6c 6F>", "Hello")]
    [InlineData("RunLengthDecode", "\u0002abc\u00FEx\u0080", "abcxxx")]
    [InlineData("LZWDecode", "\u0080\u000B\u0060\u0050\u0022\u000C\u000C\u0085\u0001", "-----A---B")]
    public void Filters_are_undone(string filter, string data, string expected)
    {
        var stream = new PdfStream(new PdfDictionary { { "Filter", filter } }, Encoding.Latin1.GetBytes(data));
        Assert.Equal(expected, Encoding.Latin1.GetString(StreamDecoder.Decode(stream, o => o ?? PdfNull.Instance, new PdfBudget()).Data.Span));
    }

    [Fact]
    public void Predictors_are_undone()
    {
        Assert.Equal([1, 2, 3, 5, 7, 9], PredictorFilter.Decode([1, 1, 1, 1, 2, 4, 5, 6], 12, 1, 8, 3));
        Assert.Equal([1, 3, 6, 4, 9, 15], PredictorFilter.Decode([1, 2, 3, 4, 5, 6], 2, 1, 8, 3));
        Assert.Equal([0b1000_0000], PredictorFilter.Decode([0b1100_0000], 2, 1, 1, 2));
    }

    [Fact]
    public void A_bomb_is_refused()
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(new byte[4_000_000]);
        }

        var stream = new PdfStream(new PdfDictionary { { "Filter", "FlateDecode" } }, packed.ToArray());
        var refused = Assert.Throws<PdfException>(() => StreamDecoder.Decode(stream, o => o ?? PdfNull.Instance, new PdfBudget { MaxStreamBytes = 1_000_000 }));
        Assert.Equal("te-groot", refused.Code);
    }

    [Theory]
    [InlineData("not a pdf at all")]
    [InlineData("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n2 0 R\nendobj")]
    [InlineData("%PDF-1.4\nstartxref\n9\n%%EOF")]
    public void What_has_no_pages_is_refused(string source) =>
        Assert.Throws<PdfException>(() => PdfFile.Open(Encoding.Latin1.GetBytes(source)));

    [Fact]
    public void Deep_nesting_is_refused() =>
        Assert.Throws<PdfException>(() => new PdfParser(Encoding.Latin1.GetBytes(new string('[', 100_000))).Read());

    [Theory]
    [InlineData("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R 3 0 R] >>\nendobj\n3 0 obj\n<< /Type /Page /MediaBox [0 0 9 9] >>\nendobj\ntrailer << /Root 1 0 R >>")]
    [InlineData("junk\n%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>\n2 0 obj<</Kids[3 0 R]>>\n3 0 obj<</Type/Page>>")]
    public void A_damaged_file_is_repaired(string source)
    {
        var file = PdfFile.Open(Encoding.Latin1.GetBytes(source));
        Assert.Single(PdfPages.Of(file));
        Assert.Contains("xref-repaired", file.Deviations);
    }

    private static byte[] Write(PdfObject value)
    {
        using var stream = new MemoryStream();
        var output = new PdfOutput(stream);
        output.Object(value);
        output.Flush();
        return stream.ToArray();
    }
}
