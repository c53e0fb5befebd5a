using WooPipeline.Pdf.Layout;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Pdf.Tests.Writing;

/// <summary>PNG decoded, JPEG passed on.</summary>
public sealed class ImageTests
{
    public static TheoryData<int, int> Forms => new()
    {
        { 0, 1 }, { 0, 2 }, { 0, 4 }, { 0, 8 }, { 0, 16 }, { 2, 8 }, { 2, 16 }, { 3, 1 }, { 3, 2 }, { 3, 4 }, { 3, 8 }, { 4, 8 }, { 4, 16 }, { 6, 8 }, { 6, 16 },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_of_png_is_decoded(int type, int depth)
    {
        foreach (var interlaced in new[] { false, true })
        {
            for (var filter = 0; filter < 5; filter++)
            {
                var image = PngImage.TryRead(PngMaker.Make(13, 11, type, depth, interlaced, filter: filter));
                Assert.NotNull(image);
                Assert.Equal((13, 11), (image.Width, image.Height));
                for (var y = 0; y < 11; y++)
                {
                    for (var x = 0; x < 13; x++)
                    {
                        Assert.Equal(Expected(x, y, type, depth), Pixel(image, x, y));
                    }
                }
            }
        }
    }

    [Fact]
    public void Transparent_colours_become_paper()
    {
        var gray = PngImage.TryRead(PngMaker.Make(4, 4, 0, 8, transparency: [0, (byte)PngMaker.Sample(1, 1, 0, 8)]))!;
        Assert.Equal([255], Pixel(gray, 1, 1));
        Assert.Equal([(byte)PngMaker.Sample(2, 1, 0, 8)], Pixel(gray, 2, 1));
        var palette = PngImage.TryRead(PngMaker.Make(4, 4, 3, 8, transparency: [0]))!;
        Assert.Equal([255, 255, 255], Pixel(palette, 0, 0));
        byte[] key = [0, (byte)PngMaker.Sample(2, 0, 0, 8), 0, (byte)PngMaker.Sample(2, 0, 1, 8), 0, (byte)PngMaker.Sample(2, 0, 2, 8)];
        Assert.Equal([255, 255, 255], Pixel(PngImage.TryRead(PngMaker.Make(4, 4, 2, 8, transparency: key))!, 2, 0));
    }

    [Fact]
    public void Broken_or_boundless_pngs_are_refused_or_read_as_far_as_they_go()
    {
        var whole = PngMaker.Make(20, 20, 2, 8);
        Assert.Null(PngImage.TryRead(whole.AsMemory(0, 30)));
        Assert.NotNull(PngImage.TryRead(whole.AsMemory(0, whole.Length - 40)));
        var huge = PngMaker.Make(20, 20, 2, 8);
        huge[16] = 0x7F; // width of two milliards
        Assert.Null(PngImage.TryRead(huge));
        var random = new Random(5);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = PngMaker.Make(9, 9, 3, 4, interlaced: true);
            for (var k = 0; k < 4; k++)
            {
                bytes[8 + random.Next(bytes.Length - 8)] = (byte)random.Next(256);
            }

            PngImage.TryRead(bytes);
        }
    }

    [Fact]
    public void Only_pixels_of_a_jpeg_are_kept()
    {
        if (JpegOf("-size 40x30 gradient:red-blue -comment geheim") is not { } plain)
        {
            return;
        }

        byte[] exif = [0xFF, 0xE1, 0, 44, .. "Exif\0\0II*\0\u0008\0\0\0\u0001\0"u8, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, .. "geheim1234"u8];
        byte[] turned = [.. plain.AsSpan(0, 2), .. exif, .. plain.AsSpan(2), .. "geheim na het einde"u8];
        var image = JpegImage.TryRead(turned);
        Assert.NotNull(image);
        Assert.Equal((6, 30, 40), (image.Orientation, image.Width, image.Height));
        Assert.Equal(-1, image.Data.Span.IndexOf("geheim"u8));
        Assert.True(image.Data.Span.EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]));
    }

    [Theory]
    [InlineData("-size 40x30 gradient:red-blue", 255, 0, 0)]
    [InlineData("-size 40x30 gradient:red-blue -interlace JPEG", 255, 0, 0)]
    [InlineData("-size 40x30 xc:#336699 -colorspace Gray", 0x5E, 0x5E, 0x5E)]
    [InlineData("-size 40x30 xc:white -colorspace CMYK", 255, 255, 255)]
    [InlineData("-size 40x30 xc:black -colorspace CMYK", 0, 0, 0)]
    [InlineData("-size 40x30 xc:yellow -colorspace CMYK", 255, 237, 0)]
    public void Jpegs_are_drawn_in_their_colours(string making, int red, int green, int blue)
    {
        if (JpegOf(making) is not { } jpeg || !ExternalTool.IsHere("pdftoppm"))
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var document = new FlowDocument { Title = "x", Blocks = [new FlowImageBlock(new FlowImage(jpeg, "image/jpeg", "vlak", 400, 300))] };
        File.WriteAllBytes(folder.File("a.pdf"), FlowSamples.Bytes(document));
        Assert.Equal(0, ExternalTool.Run("pdftoppm", "-r", "72", "-singlefile", folder.File("a.pdf"), folder.File("a")).ExitCode);
        var drawn = File.ReadAllBytes(folder.File("a.ppm"));
        var pixel = drawn.Length - (595 * 842 * 3) + (((80 * 595) + 200) * 3);
        Assert.InRange(drawn[pixel], red - 24, red + 24);
        Assert.InRange(drawn[pixel + 1], green - 24, green + 24);
        Assert.InRange(drawn[pixel + 2], blue - 24, blue + 24);
        Assert.Empty(ArchiveRules.Faults(File.ReadAllBytes(folder.File("a.pdf")), PdfFile.Open(File.ReadAllBytes(folder.File("a.pdf")))));
    }

    [Fact]
    public void Broken_jpegs_never_throw()
    {
        if (JpegOf("-size 40x30 gradient:red-blue") is not { } jpeg)
        {
            return;
        }

        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = jpeg[..random.Next(jpeg.Length)];
            if (bytes.Length > 4)
            {
                bytes[2 + random.Next(bytes.Length - 2)] = (byte)random.Next(256);
            }

            JpegImage.TryRead(bytes);
        }
    }

    [Fact]
    public void An_image_used_twice_is_stored_once_and_one_that_cannot_be_shown_is_described()
    {
        var image = FlowSamples.Image("vlag");
        var broken = new FlowImage(new byte[] { 9 }, "image/tiff", "een scan");
        using var output = new MemoryStream();
        var report = FlowPdfWriter.Write(new FlowDocument { Title = "x", ImagePlaceholder = "[beeld: {0}]", Blocks = [new FlowImageBlock(image), new FlowImageBlock(image), new FlowImageBlock(broken)] }, output);
        var file = PdfFile.Open(output.ToArray());
        Assert.Single(Enumerable.Range(1, file.MaxNumber), n => file.Resolve(new PdfReference(n)) is PdfStream s && file.Name(s.Dictionary, "Subtype") == "Image");
        Assert.Equal(new FlowProblem("image-not-shown", "image 2"), Assert.Single(report.Problems));
    }

    private static byte[]? JpegOf(string making)
    {
        if (!ExternalTool.IsHere("convert"))
        {
            return null;
        }

        using var folder = new TemporaryFolder();
        Assert.Equal(0, ExternalTool.Run("convert", [.. making.Split(' '), folder.File("a.jpg")]).ExitCode);
        return File.ReadAllBytes(folder.File("a.jpg"));
    }

    private static byte[] Pixel(PngImage image, int x, int y)
    {
        var size = image.IsGray ? 1 : 3;
        return image.Pixels.AsSpan(((y * image.Width) + x) * size, size).ToArray();
    }

    private static byte[] Expected(int x, int y, int type, int depth)
    {
        int Eight(int channel)
        {
            var sample = PngMaker.Sample(x, y, channel, depth);
            return depth == 16 ? (type == 0 ? sample * 255 / 65535 : sample >> 8) : sample * 255 / ((1 << depth) - 1);
        }

        byte OnWhite(int value, int alpha) => (byte)(((value * alpha) + (255 * (255 - alpha)) + 127) / 255);
        var index = PngMaker.Sample(x, y, 0, depth);
        return type switch
        {
            0 => [(byte)Eight(0)],
            2 => [(byte)Eight(0), (byte)Eight(1), (byte)Eight(2)],
            3 => [(byte)index, (byte)(255 - index), (byte)(index / 2)],
            4 => [OnWhite(Eight(0), Eight(1))],
            _ => [OnWhite(Eight(0), Eight(3)), OnWhite(Eight(1), Eight(3)), OnWhite(Eight(2), Eight(3))],
        };
    }
}
