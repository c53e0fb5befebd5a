using WooPipeline.Documents;
using WooPipeline.Formats.Image;

namespace WooPipeline.Formats.Tests.Image;

public sealed class ImageTests
{
    [Theory]
    [InlineData("png")]
    [InlineData("jpg")]
    [InlineData("tif", "-compress", "None")]
    [InlineData("tif", "-compress", "LZW")]
    [InlineData("tif", "-compress", "Zip")]
    [InlineData("tif", "-compress", "RLE")]
    [InlineData("tif", "-compress", "LZW", "-colorspace", "Gray")]
    [InlineData("tif", "-compress", "LZW", "-monochrome")]
    [InlineData("tif", "-compress", "Group4", "-monochrome")]
    [InlineData("tif", "-compress", "Fax", "-monochrome")]
    [InlineData("tif", "-compress", "LZW", "-colors", "16", "-type", "Palette")]
    public void Only_the_pixels_are_kept(string extension, params string[] options)
    {
        if (!ExternalTool.IsHere("convert") || !ExternalTool.IsHere("exiftool"))
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var path = folder.File("a." + extension);
        ExternalTool.Run("convert", ["-size", "61x37", "gradient:red-blue", "-depth", "8", "-define", "tiff:rows-per-strip=7", .. options, path]);
        ExternalTool.Run("exiftool", "-overwrite_original", "-Artist=geheimnaam", "-XMP:Creator=geheimnaam", "-Comment=geheimnaam", path);
        var bytes = File.ReadAllBytes(path);
        Assert.Contains("geheimnaam", System.Text.Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        var read = Assert.IsType<DocumentRead>(FormatCatalog.Default.Read(new SourceFile("a." + extension, bytes), ReadLimits.Default));
        Assert.Contains(read.Tree.Metadata, m => m.Value.Contains("geheimnaam", StringComparison.Ordinal));
        var image = Assert.IsType<ImageBlock>(Assert.Single(read.Tree.Blocks)).Image;
        foreach (var clean in new[] { image.Data.ToArray(), ImageCleaner.Clean(bytes)! })
        {
            Assert.DoesNotContain("geheimnaam", System.Text.Encoding.Latin1.GetString(clean), StringComparison.Ordinal);
            var copy = folder.File("b." + (ImageFile.MediaType(clean) == "image/png" ? "png" : extension));
            File.WriteAllBytes(copy, clean);
            var compared = ExternalTool.Run("compare", "-metric", "AE", "-fuzz", "1%", path, copy, "null:");
            Assert.StartsWith("0", compared.Error.Trim(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("gif")]
    [InlineData("gif", "-interlace", "GIF")]
    [InlineData("gif", "-colors", "2")]
    [InlineData("gif", "-resize", "700x500!")]
    [InlineData("bmp", "-type", "TrueColor", "-define", "bmp:format=bmp3")]
    [InlineData("bmp", "-type", "Palette", "-colors", "16", "-compress", "None", "-define", "bmp:format=bmp3")]
    [InlineData("bmp", "-monochrome", "-define", "bmp:format=bmp3")]
    public void Gifs_and_bitmaps_are_shown_as_they_are(string extension, params string[] options)
    {
        if (!ExternalTool.IsHere("convert"))
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var path = folder.File("a." + extension);
        ExternalTool.Run("convert", ["-size", "61x37", "plasma:red-blue", .. options, path]);
        var image = ImageFile.Content(File.ReadAllBytes(path), "");
        Assert.Equal("image/png", image.MediaType);
        File.WriteAllBytes(folder.File("b.png"), [.. image.Data]);
        Assert.StartsWith("0", ExternalTool.Run("compare", "-metric", "AE", path, folder.File("b.png"), "null:").Error.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_gifs_and_bitmaps_never_throw()
    {
        byte[] gif = [.. "GIF89a"u8, 9, 0, 9, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255, 0x2C, 0, 0, 0, 0, 9, 0, 9, 0, 0, 2, 5, 0x84, 0x1D, 0x81, 0x7A, 0x50, 0, 0x3B];
        byte[] bmp = [.. "BM"u8, .. new byte[8], 54, 0, 0, 0, 40, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 1, 0, 24, 0, .. new byte[24 + 16]];
        Assert.False(ImageFile.Content(bmp, "").Data.IsEmpty);
        var random = new Random(8);
        foreach (var source in new[] { gif, bmp })
        {
            for (var round = 0; round < 3000; round++)
            {
                var broken = (byte[])source.Clone();
                for (var i = 0; i < 3; i++)
                {
                    broken[random.Next(6, broken.Length)] = (byte)random.Next(256);
                }

                Assert.NotNull(ImageFile.Content(round % 3 == 0 ? broken[..random.Next(2, broken.Length)] : broken, ""));
            }
        }
    }

    [Fact]
    public void The_orientation_of_a_photo_is_kept()
    {
        if (!ExternalTool.IsHere("convert") || !ExternalTool.IsHere("exiftool"))
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var path = folder.File("a.jpg");
        ExternalTool.Run("convert", "-size", "40x20", "xc:green", path);
        ExternalTool.Run("exiftool", "-overwrite_original", "-n", "-Orientation=6", "-Artist=x", "-GPSLatitude=52", path);
        File.WriteAllBytes(folder.File("b.jpg"), ImageCleaner.Clean(File.ReadAllBytes(path))!);
        var told = ExternalTool.Run("exiftool", "-n", "-Orientation", "-Artist", "-GPSLatitude", folder.File("b.jpg")).Output;
        Assert.Contains("6", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Artist", told, StringComparison.Ordinal);
        Assert.DoesNotContain("GPS", told, StringComparison.Ordinal);
    }
}
