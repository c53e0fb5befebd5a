using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Redaction;

namespace WooPipeline.Pdf.Text;

/// <summary>The picture of a scanned page, upright and grey, with the way back to the page.</summary>
public sealed class PdfScanImage
{
    private readonly Matrix toPage;

    private PdfScanImage(int page, int width, int height, byte[] gray, Matrix toPage, double pageHeight)
    {
        (Page, Width, Height, Gray, this.toPage) = (page, width, height, gray, toPage);
        Dpi = Math.Clamp(height / Math.Max(pageHeight / 72, 0.1), 70, 1200);
    }

    /// <summary>Zero-based page.</summary>
    public int Page { get; }

    /// <summary>Pixels across.</summary>
    public int Width { get; }

    /// <summary>Pixels down.</summary>
    public int Height { get; }

    /// <summary>One byte a pixel, rows from the top.</summary>
    public ReadOnlyMemory<byte> Gray { get; }

    /// <summary>Pixels an inch.</summary>
    public double Dpi { get; }

    /// <summary>The point of the page, in points, under a pixel.</summary>
    public (double X, double Y) ToPage(double x, double y) => toPage.Apply(x / Width, 1 - (y / Height));

    /// <summary>The pictures of pages that are scans; null where one can't be unpacked (its codec isn't ours).</summary>
    /// <param name="file">The file.</param>
    /// <param name="pages">Zero-based pages.</param>
    public static IReadOnlyList<PdfScanImage>? Of(PdfFile file, IReadOnlyCollection<int> pages)
    {
        var source = new ContentSource(file);
        var all = PdfPages.Of(file);
        var result = new List<PdfScanImage>();
        foreach (var index in pages)
        {
            var content = PageContent.Read(source, all[index]);
            foreach (var image in content.Images.Where(i => i.Stream is not null && !i.IsHidden && i.Bounds.Width * i.Bounds.Height > 900))
            {
                if (Upright(file, index, content.Geometry, image) is not { } picture)
                {
                    return null;
                }

                result.Add(picture);
            }
        }

        return result;
    }

    private static PdfScanImage? Upright(PdfFile file, int page, PageGeometry geometry, in PaintedImage image)
    {
        var stream = PixelData.Plain(file, image.Stream!);
        var dictionary = stream.Dictionary;
        var (width, height) = ((int)file.Number(dictionary, "Width"), (int)file.Number(dictionary, "Height"));
        var bits = file.Resolve(dictionary["ImageMask"]) is PdfBoolean { Value: true } ? 1 : PixelData.Bits(file, dictionary);
        var expected = PixelData.Length(file, dictionary);
        var components = bits == 1 ? 1 : PixelData.Components(file, dictionary["ColorSpace"], 0);
        if (expected < 0 || bits is not (1 or 8) || components is not (1 or 3 or 4) || PixelData.Unpacked(file, stream, expected) is not { } pixels)
        {
            return null;
        }

        var shown = image.Space.Then(geometry.Upright);
        var bounds = shown.Apply(new Box(0, 0, 1, 1));
        var isTurned = Math.Abs(shown.B) > Math.Abs(shown.A);
        var (across, down) = isTurned ? (height, width) : (width, height);
        var toUpright = new Matrix(bounds.Width, 0, 0, bounds.Height, bounds.Left, bounds.Bottom);
        if (shown.Inverse() is not { } toUnit || geometry.Upright.Inverse() is not { } back)
        {
            return null;
        }

        var fromTarget = toUpright.Then(toUnit);
        var gray = new byte[across * down];
        for (var y = 0; y < down; y++)
        {
            for (var x = 0; x < across; x++)
            {
                var (u, v) = fromTarget.Apply((x + 0.5) / across, 1 - ((y + 0.5) / down));
                var px = Math.Clamp((int)(u * width), 0, width - 1);
                var py = Math.Clamp((int)((1 - v) * height), 0, height - 1);
                gray[(y * across) + x] = Value(pixels, px, py, width, bits, components);
            }
        }

        return new PdfScanImage(page, across, down, gray, toUpright.Then(back), bounds.Height);
    }

    private static byte Value(byte[] pixels, int x, int y, int width, int bits, int components)
    {
        if (bits == 1)
        {
            return (pixels[(y * ((width + 7) / 8)) + (x / 8)] >> (7 - (x % 8)) & 1) == 1 ? (byte)255 : (byte)0;
        }

        var at = ((y * width) + x) * components;
        return components switch
        {
            1 => pixels[at],
            3 => (byte)(((pixels[at] * 77) + (pixels[at + 1] * 150) + (pixels[at + 2] * 29)) >> 8),
            _ => (byte)Math.Max(0, 255 - pixels[at + 3] - (((pixels[at] * 77) + (pixels[at + 1] * 150) + (pixels[at + 2] * 29)) >> 8)),
        };
    }
}
