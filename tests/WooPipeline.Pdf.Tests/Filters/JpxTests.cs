using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WooPipeline.Pdf.Filters.Jpx;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Redaction;
using WooPipeline.Pdf.Tests.Text;

namespace WooPipeline.Pdf.Tests.Filters;

/// <summary>JPEG 2000: as another decoder has it, calm on what is none, and painted over in part.</summary>
public sealed class JpxTests
{
    private static string Folder => Repository.PathOf("tests", "WooPipeline.Pdf.Tests", "Cases", "jpx");

    [Theory]
    [InlineData("rgb.jp2", "rgb.ppm", 0)]
    [InlineData("gray-coarse.jp2", "gray-coarse.pgm", 0)]
    [InlineData("layers.j2k", "layers.ppm", 0)]
    [InlineData("rounded.jp2", "rounded.ppm", 1)] // the wavelet in floating point, in tiles
    public void Pixels_are_those_of_another_decoder(string name, string expected, int tolerance)
    {
        var image = Decode(File.ReadAllBytes(Path.Combine(Folder, name)))!;
        var reference = File.ReadAllBytes(Path.Combine(Folder, expected));
        Assert.Equal(61 * 43 * image.Components, image.Pixels.Length);
        Assert.All(reference[^image.Pixels.Length..].Zip(image.Pixels), p => Assert.InRange(Math.Abs(p.First - p.Second), 0, tolerance));
    }

    [Fact]
    public void The_wavelet_that_rounds_is_undone()
    {
        // The way there of T.800 F.4.8.2, on lines of all lengths and both parities.
        foreach (var odd in (int[])[0, 1])
        {
            for (var length = 2; length < 24; length++)
            {
                var random = new Random(length);
                var line = Enumerable.Range(0, length).Select(_ => random.Next(-200, 200) / 1.0).ToArray();
                var samples = Array.ConvertAll(Forward(line, odd), v => (float)v);
                Wavelet.Join(samples, odd, 0, length, 1, isReversible: false);
                Assert.All(line.Zip(samples), p => Assert.InRange(Math.Abs(p.First - p.Second), 0, 0.01));
            }
        }
    }

    [Fact]
    public void Damaged_streams_are_taken_calmly()
    {
        var whole = File.ReadAllBytes(Path.Combine(Folder, "layers.j2k"));
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var data = whole.ToArray();
            for (var i = 0; i < 4; i++)
            {
                data[random.Next(round % 2 == 0 ? 120 : data.Length)] = (byte)random.Next(256);
            }

            try
            {
                JpxDecoder.Decode(data.AsMemory(0, random.Next(data.Length + 1)), false, new PdfBudget { MaxStreamBytes = 4 << 20, MaxOperations = 20_000_000 });
            }
            catch (PdfException refused)
            {
                Assert.Equal("te-groot", refused.Code);
            }
        }

        Check.QuickThrowOnFailure(Prop.ForAll<byte[]>(bytes => Decode(bytes ?? []) is null));
    }

    [Fact]
    public void A_rectangle_takes_its_part_of_the_image_and_no_more()
    {
        var packed = File.ReadAllBytes(Path.Combine(Folder, "rgb.jp2"));
        var hex = Convert.ToHexString(packed);
        var bytes = SmallPdf.Of(
            "q 400 0 0 400 100 100 cm /I Do Q", "/XObject << /I 5 0 R >>",
            $"<< /Type /XObject /Subtype /Image /Width 61 /Height 43 /Filter [/ASCIIHexDecode /JPXDecode] /Length {(hex.Length + 1).ToString(CultureInfo.InvariantCulture)} >>\nstream\n{hex}>\nendstream");
        using var output = new MemoryStream();
        var mark = new PdfMark(0, [], "5.1.2e", "gelakt") { Area = (100, 100, 300, 500) };
        var report = PdfRedactor.Redact(PdfFile.Open(bytes), [mark], new PdfRedactionOptions(), output);
        Assert.Equal((1, 0), (report.PaintedImages, report.ReplacedImages));

        var made = PdfFile.Open(output.ToArray());
        var image = Enumerable.Range(1, made.MaxNumber).Select(n => made.Resolve(new PdfReference(n))).OfType<PdfStream>().Single(s => made.Name(s.Dictionary, "Subtype") == "Image");
        var (before, after) = (Decode(packed)!.Pixels, made.Decode(image).Data.ToArray());
        Assert.Equal(before.Length, after.Length);
        for (var i = 0; i < before.Length; i++)
        {
            var x = i / 3 % 61;
            Assert.True(x < 30 ? after[i] == 0xFF : x <= 32 || after[i] == before[i], $"pixel {x}");
        }
    }

    private static JpxImage? Decode(byte[] data) => JpxDecoder.Decode(data, false, new PdfBudget());

    private static double[] Forward(double[] line, int odd)
    {
        const int margin = 8;
        var wide = new double[line.Length + (2 * margin)];
        for (var i = -margin; i < line.Length + margin; i++)
        {
            var period = 2 * (line.Length - 1);
            var at = ((i % period) + period) % period;
            wide[margin + i] = line[at < line.Length ? at : period - at];
        }

        foreach (var (parity, factor) in ((int, double)[])[(1, -1.586134342059924), (0, -0.052980118572961), (1, 0.882911075530934), (0, 0.443506852043971)])
        {
            for (var i = 1; i < wide.Length - 1; i++)
            {
                wide[i] += ((i - margin + odd) & 1) == parity ? factor * (wide[i - 1] + wide[i + 1]) : 0;
            }
        }

        return [.. Enumerable.Range(0, line.Length).Select(i => wide[margin + i] * (((i + odd) & 1) == 0 ? 1 / 1.230174104914001 : 1.230174104914001))];
    }
}
