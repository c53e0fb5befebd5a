using System.Globalization;
using System.Security.Cryptography;
using WooPipeline.Pdf.Layout;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Writing;

/// <summary>The images of a document; the same bytes are stored once.</summary>
internal sealed class ImageStore(string placeholder, FlowProblems problems)
{
    /// <summary>Points of a pixel where the document gives no size (96 pixels an inch).</summary>
    private const double PointsPerPixel = 0.75;

    private readonly Dictionary<string, ImageResource?> known = new(StringComparer.Ordinal);
    private readonly List<ImageResource> all = [];

    /// <summary>The images in order of first use.</summary>
    public IReadOnlyList<ImageResource> All => all;

    /// <summary>The image at its size, made smaller where it must be; null where it can't be shown.</summary>
    public PlacedImage? Place(FlowImage image, double maximumWidth, double maximumHeight)
    {
        var resource = Load(image);
        if (resource is null)
        {
            return null;
        }

        var (width, height) = (Sane(image.Width), Sane(image.Height));
        var ratio = (double)resource.Width / resource.Height;
        (width, height) = (width, height) switch
        {
            (0, 0) => (resource.Width * PointsPerPixel, resource.Height * PointsPerPixel),
            (0, _) => (height * ratio, height),
            (_, 0) => (width, width / ratio),
            _ => (width, height),
        };
        var scale = Math.Min(1, Math.Min(maximumWidth / width, maximumHeight / height));
        return new PlacedImage(resource, width * scale, height * scale);
    }

    /// <summary>What is set in place of an image that can't be shown.</summary>
    public string Placeholder(FlowImage image) =>
        string.Format(CultureInfo.InvariantCulture, placeholder, image.AlternativeText).Replace(": ]", "]", StringComparison.Ordinal);

    private static double Sane(double size) => double.IsFinite(size) && size is > 0 and < 100_000 ? size : 0;

    private ImageResource? Load(FlowImage image)
    {
        if (image.Data.IsEmpty)
        {
            return null;
        }

        var key = Convert.ToHexString(SHA256.HashData(image.Data.Span));
        if (!known.TryGetValue(key, out var resource))
        {
            var name = "Im" + (all.Count + 1).ToString(CultureInfo.InvariantCulture);
            resource = Read(image.Data, name);
            known.Add(key, resource);
            if (resource is null)
            {
                problems.Add("image-not-shown", "image " + known.Count.ToString(CultureInfo.InvariantCulture));
            }
            else
            {
                all.Add(resource);
            }
        }

        return resource;
    }

    /// <summary>An image of its bytes; null where it is none that can be shown.</summary>
    public static ImageResource? Read(ReadOnlyMemory<byte> data, string name)
    {
        if (JpegImage.TryRead(data) is { } jpeg)
        {
            return new ImageResource(name, jpeg.Width, jpeg.Height, jpeg.Orientation, JpegStream(jpeg)) { IsCmyk = jpeg.Components == 4 };
        }

        return PngImage.TryRead(data) is { } png ? new ImageResource(name, png.Width, png.Height, 1, PngStream(png)) : null;
    }

    private static PdfStream JpegStream(JpegImage jpeg)
    {
        var dictionary = Dictionary(jpeg.StoredWidth, jpeg.StoredHeight, 8);
        dictionary["ColorSpace"] = jpeg.Components == 4 ? null : new PdfName(jpeg.Components == 1 ? "DeviceGray" : "DeviceRGB");
        dictionary["Filter"] = new PdfName("DCTDecode");
        dictionary["Decode"] = jpeg.IsInverted ? PdfArray.OfNumbers(1, 0, 1, 0, 1, 0, 1, 0) : null;
        return new PdfStream(dictionary, jpeg.Data);
    }

    private static PdfStream PngStream(PngImage png)
    {
        var dictionary = Dictionary(png.Width, png.Height, 8);
        dictionary["ColorSpace"] = new PdfName(png.IsGray ? "DeviceGray" : "DeviceRGB");
        return Deflate.Stream(dictionary, png.Pixels);
    }

    private static PdfDictionary Dictionary(int width, int height, int bits) => new()
    {
        { "Type", "XObject" },
        { "Subtype", "Image" },
        { "Width", width },
        { "Height", height },
        { "BitsPerComponent", bits },
    };
}
