using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Pixels of unpacked images.</summary>
internal static class PixelData
{
    /// <summary>Bytes that an image's rows take; -1 where that can't be told.</summary>
    public static int Length(PdfFile file, PdfDictionary image)
    {
        var (width, height, bits) = ((long)file.Number(image, "Width"), (long)file.Number(image, "Height"), (long)Bits(file, image));
        var components = Components(file, image["ColorSpace"], 0);
        if (file.Resolve(image["ImageMask"]) is PdfBoolean { Value: true })
        {
            (bits, components) = (1, 1);
        }

        var length = (((width * bits * components) + 7) / 8) * height;
        return components > 0 && width > 0 && height > 0 && length < int.MaxValue ? (int)length : -1;
    }

    /// <summary>The image with the parts that lie in regions of the page made one colour; null where its pixels can't be had.</summary>
    public static PdfStream? Painted(PdfFile file, PdfStream image, PdfDictionary dictionary, in Matrix space, IReadOnlyList<Box> regions)
    {
        var result = file.Decode(image);
        var expected = Length(file, image.Dictionary);
        if (result.Codec is not null || expected < 0 || result.Data.Length < expected || space.Inverse() is not { } toUnit)
        {
            return null;
        }

        var pixels = result.Data[..expected].ToArray();
        var (width, height) = ((int)file.Number(image.Dictionary, "Width"), (int)file.Number(image.Dictionary, "Height"));
        var row = expected / height;
        var bitsPerPixel = file.Resolve(image.Dictionary["ImageMask"]) is PdfBoolean { Value: true } ? 1 : Bits(file, image.Dictionary) * Components(file, image.Dictionary["ColorSpace"], 0);
        foreach (var region in regions)
        {
            var unit = toUnit.Apply(region);
            var left = (int)Math.Clamp(Math.Floor(unit.Left * width) - 1, 0, width);
            var right = (int)Math.Clamp(Math.Ceiling(unit.Right * width) + 1, 0, width);
            var top = (int)Math.Clamp(Math.Floor((1 - unit.Top) * height) - 1, 0, height);
            var bottom = (int)Math.Clamp(Math.Ceiling((1 - unit.Bottom) * height) + 1, 0, height);
            for (var y = top; y < bottom; y++)
            {
                Clear(pixels.AsSpan(y * row, row), left * bitsPerPixel, right * bitsPerPixel);
            }
        }

        return Deflate.Stream(dictionary, pixels);
    }

    public static int Components(PdfFile file, PdfObject? space, int depth)
    {
        var value = file.Resolve(space);
        if (value is PdfName name)
        {
            return name.Value switch { "DeviceGray" or "G" or "CalGray" or "Indexed" or "I" => 1, "DeviceRGB" or "RGB" => 3, "DeviceCMYK" or "CMYK" => 4, _ => 0 };
        }

        if (value is not PdfArray { Count: > 0 } array || depth > 4 || file.Resolve(array[0]) is not PdfName kind)
        {
            return 0;
        }

        return kind.Value switch
        {
            "CalGray" or "Indexed" or "I" or "Separation" => 1,
            "CalRGB" or "Lab" => 3,
            "ICCBased" => array.Count > 1 && file.Resolve(array[1]) is PdfStream profile ? (int)file.Number(profile.Dictionary, "N") : 0,
            "DeviceN" => array.Count > 1 && file.Resolve(array[1]) is PdfArray names ? names.Count : 0,
            _ => Components(file, kind, depth + 1),
        };
    }

    private static int Bits(PdfFile file, PdfDictionary image) => (int)file.Number(image, "BitsPerComponent", 8);

    private static void Clear(Span<byte> row, int from, int to)
    {
        for (var bit = from; bit < to;)
        {
            if (bit % 8 == 0 && to - bit >= 8)
            {
                row[bit / 8] = 0;
                bit += 8;
            }
            else
            {
                row[bit / 8] &= (byte)~(0x80 >> (bit % 8));
                bit++;
            }
        }
    }
}
