using FsCheck;
using FsCheck.Fluent;
using WooPipeline.Pdf.Color;
using WooPipeline.Pdf.Filters;
using WooPipeline.Pdf.Filters.Jbig2;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Redaction;

namespace WooPipeline.Pdf.Tests.Filters;

/// <summary>Codecs of two colours, and profiles: right on what others made, calm on what is no image at all.</summary>
public sealed class ImageCodecTests
{
    /// <summary>One picture, coded in many ways by the makers of a reader for its tests.</summary>
    [Fact]
    public void One_picture_comes_out_of_every_way_of_coding()
    {
        if (Repository.Shared("corpus", "pdf", "pdf.js") is not { } folder)
        {
            return;
        }

        var decoded = new Dictionary<string, byte[]>();
        foreach (var path in Directory.GetFiles(folder, "bitmap-*.pdf").Order(StringComparer.Ordinal))
        {
            var file = PdfFile.Open(File.ReadAllBytes(path));
            var image = Enumerable.Range(1, file.MaxNumber).Select(n => file.Resolve(new PdfReference(n))).OfType<PdfStream>().Single(s => file.Name(s.Dictionary, "Subtype") == "Image");
            decoded[Path.GetFileName(path)] = PixelData.Unpacked(file, image, PixelData.Length(file, image.Dictionary)) ?? [];
        }

        Assert.True(decoded.Count >= 13, $"{decoded.Count} files");
        var first = decoded.Values.First();
        Assert.Contains(first, b => b != 0xFF);
        Assert.Contains(first, b => b == 0xFF);
        Assert.All(decoded, d => Assert.True(d.Value.AsSpan().SequenceEqual(first), d.Key));
    }

    /// <summary>Codes written out by hand from T.4 and T.6.</summary>
    [Theory]
    [InlineData(-1, "1 1 000000000001 000000000001", new byte[] { 0xFF, 0xFF })]
    [InlineData(-1, "001 1000 11 1 111", new byte[] { 0xE7, 0xE7 })]
    [InlineData(0, "1000 11 1000 1000 11 1000", new byte[] { 0xE7, 0xE7 })]
    [InlineData(1, "000000000001 1 1000 11 1000 000000000001 0 1 1 1", new byte[] { 0xE7, 0xE7 })]
    public void Fax_rows_are_unpacked(int k, string bits, byte[] expected)
    {
        bits = bits.Replace(" ", "", StringComparison.Ordinal);
        bits = bits.PadRight((bits.Length + 7) / 8 * 8, '0');
        var data = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(8 * i, 8), 2)).ToArray();
        Assert.Equal(expected, CcittDecoder.Decode(data, new CcittParameters(k, 8, 2), new PdfBudget()));
    }

    [Fact]
    public void Any_bytes_are_taken_calmly()
    {
        Check.QuickThrowOnFailure(Prop.ForAll<byte[], int>((bytes, seed) =>
        {
            bytes ??= [];
            foreach (var k in (int[])[-1, 0, 1])
            {
                Assert.NotNull(CcittDecoder.Decode(bytes, new CcittParameters(k, 1 + (Math.Abs(seed % 500)), 20), new PdfBudget()));
            }

            Jbig2Decoder.Decode(bytes, default, (0, 10), new PdfBudget());
            Jbig2Scrubber.Scrub(bytes);
            IccScrubber.Scrub(bytes);
        }));
    }

    [Theory]
    [InlineData("bitmap-symbol-symbolrefine-textrefine.pdf")]
    [InlineData("bitmap-symbol-symhuff-texthuffB10B13.pdf")]
    [InlineData("bitmap-symbol-texthuffrefinecustomsize.pdf")]
    public void Damaged_segments_are_taken_calmly(string name)
    {
        if (Repository.Shared("corpus", "pdf", "pdf.js", name) is not { } path)
        {
            return;
        }

        var file = PdfFile.Open(File.ReadAllBytes(path));
        var image = Enumerable.Range(1, file.MaxNumber).Select(n => file.Resolve(new PdfReference(n))).OfType<PdfStream>().Single(s => file.Name(s.Dictionary, "Subtype") == "Image");
        var random = new Random(5);
        for (var round = 0; round < 60; round++)
        {
            var data = image.Data.ToArray();
            for (var i = 0; i < 3; i++)
            {
                data[random.Next(data.Length)] = (byte)random.Next(256);
            }

            try
            {
                Jbig2Decoder.Decode(data.AsMemory(0, random.Next(data.Length + 1)), default, (399, 400), new PdfBudget { MaxOperations = 20_000_000, MaxStreamBytes = 8 << 20, MaxBytes = 1 << 28 });
            }
            catch (PdfException refused)
            {
                Assert.Equal("te-groot", refused.Code);
            }
        }
    }

    [Fact]
    public void A_profile_loses_its_words_and_keeps_its_colours()
    {
        var profile = SrgbProfile.Bytes.ToArray();
        var scrubbed = IccScrubber.Scrub(profile);
        Assert.DoesNotContain("sRGB", System.Text.Encoding.Latin1.GetString(scrubbed), StringComparison.Ordinal);
        Assert.Equal(scrubbed.Length, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(scrubbed));
        foreach (var tag in (string[])["rXYZ", "gTRC", "wtpt", "desc", "cprt"])
        {
            Assert.Contains(tag, System.Text.Encoding.Latin1.GetString(scrubbed), StringComparison.Ordinal);
        }

        Assert.Empty(IccScrubber.Scrub(profile.AsSpan()[..100]));
    }
}
