using System.Globalization;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Writing;

/// <summary>A PDF of pictures, each on a page of its own size: what a scan to PDF would have given.</summary>
public static class PicturePages
{
    /// <summary>Points of a pixel where the picture is small (96 pixels an inch).</summary>
    private const double PointsPerPixel = 0.75;

    /// <summary>Longest side of a page, that of A4.</summary>
    private const double LongestSide = 842;

    /// <summary>Writes the file.</summary>
    /// <param name="pictures">PNG or JPEG each.</param>
    /// <param name="output">Gets the file; nothing is written where a picture can't be shown.</param>
    /// <returns>False where a picture can't be shown.</returns>
    public static bool TryWrite(IReadOnlyList<ReadOnlyMemory<byte>> pictures, Stream output)
    {
        ArgumentNullException.ThrowIfNull(pictures);
        var images = pictures.Select(p => ImageStore.Read(p, "Im1")).ToList();
        if (images.Count == 0 || images.Contains(null))
        {
            return false;
        }

        var store = new PdfObjectStore();
        var tree = store.Reserve();
        var pages = images.Select(i => Page(store, tree, i!)).ToList();
        store.Set(tree, new PdfDictionary { { "Type", "Pages" }, { "Kids", new PdfArray(pages) }, { "Count", pages.Count } });
        var catalog = store.Add(new PdfDictionary { { "Type", "Catalog" }, { "Pages", tree } });
        PdfFileWriter.Write(output, store, catalog, null, "1.7");
        return true;
    }

    private static PdfReference Page(PdfObjectStore store, PdfReference tree, ImageResource image)
    {
        var scale = Math.Min(PointsPerPixel, LongestSide / Math.Max(image.Width, image.Height));
        var (width, height) = (image.Width * scale, image.Height * scale);
        var matrix = string.Join(' ', image.Matrix(0, 0, width, height).Select(n => n.ToString("0.####", CultureInfo.InvariantCulture)));
        var stream = image.Stream;
        stream.Dictionary["ColorSpace"] ??= image.IsCmyk ? new PdfName("DeviceCMYK") : null;
        var content = System.Text.Encoding.ASCII.GetBytes($"q {matrix} cm /{image.Name} Do Q");
        return store.Add(new PdfDictionary
        {
            { "Type", "Page" },
            { "Parent", tree },
            { "MediaBox", PdfArray.OfNumbers(0, 0, width, height) },
            { "Resources", new PdfDictionary { { "XObject", new PdfDictionary { { image.Name, store.Add(stream) } } } } },
            { "Contents", store.Add(Deflate.Stream(new PdfDictionary(), content)) },
        });
    }
}
