using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Filters;
using WooPipeline.Pdf.Filters.Jbig2;
using WooPipeline.Pdf.Filters.Jpx;
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
        var source = image;
        image = Plain(file, image);
        if (!ReferenceEquals(image, source))
        {
            (dictionary["BitsPerComponent"], dictionary["Decode"]) = (new PdfInteger(8), null);
            dictionary["ColorSpace"] ??= image.Dictionary["ColorSpace"];
        }

        var expected = Length(file, image.Dictionary);
        if (expected < 0 || space.Inverse() is not { } toUnit || Unpacked(file, image, expected) is not { } pixels)
        {
            return null;
        }

        var (width, height) = ((int)file.Number(image.Dictionary, "Width"), (int)file.Number(image.Dictionary, "Height"));
        var row = expected / height;
        var isLight = IsLightAtMost(file, image.Dictionary);
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
                Fill(pixels.AsSpan(y * row, row), left * bitsPerPixel, right * bitsPerPixel, isLight);
            }
        }

        return Deflate.Stream(dictionary, pixels);
    }

    /// <summary>A JPEG 2000 image as plain samples of eight bits in a space that its dictionary tells; any other as it is, and one that can't be decoded too.</summary>
    public static PdfStream Plain(PdfFile file, PdfStream image)
    {
        var filter = file.Resolve(image.Dictionary["Filter"] ?? image.Dictionary["F"]);
        var isJpx = (filter is PdfArray { Count: > 0 } several ? file.Resolve(several[^1]) : filter) is PdfName { Value: "JPXDecode" };
        if (!isJpx || file.Number(image.Dictionary, "SMaskInData") != 0 || file.Decode(image) is not { Codec: "JPXDecode" } packed)
        {
            return image;
        }

        var isIndexed = file.Resolve(image.Dictionary["ColorSpace"]) is PdfArray { Count: > 0 } space && file.Resolve(space[0]) is PdfName { Value: "Indexed" };
        var (width, height) = ((int)file.Number(image.Dictionary, "Width"), (int)file.Number(image.Dictionary, "Height"));
        if (JpxDecoder.Decode(packed.Data, isIndexed, file.Budget) is not { } decoded || (decoded.Width, decoded.Height) != (width, height))
        {
            return image;
        }

        var told = image.Dictionary["ColorSpace"] is null ? decoded.ColorComponents : Components(file, image.Dictionary["ColorSpace"], 0);
        if (told == 0 || told > decoded.Components)
        {
            return image;
        }

        var dictionary = image.Dictionary.Clone();
        (dictionary["Filter"], dictionary["F"], dictionary["DecodeParms"], dictionary["DP"], dictionary["Decode"]) = (null, null, null, null, null);
        dictionary["BitsPerComponent"] = new PdfInteger(8);
        dictionary["ColorSpace"] ??= new PdfName(told switch { 1 => "DeviceGray", 3 => "DeviceRGB", _ => "DeviceCMYK" });
        return new PdfStream(dictionary, decoded.First(told));
    }

    /// <summary>The rows of an image, photographs included; null where its codec isn't ours or it ends early.</summary>
    public static byte[]? Unpacked(PdfFile file, PdfStream image, int expected)
    {
        var result = file.Decode(image);
        if (result.Codec == "DCTDecode")
        {
            var transform = LastParameters(file, image) is { } set ? (int)file.Number(set, "ColorTransform", -1) : -1;
            return JpegDecoder.TryDecode(result.Data, transform) is { } photo && photo.Pixels.Length == expected ? photo.Pixels : null;
        }

        if (result.Codec == "JBIG2Decode")
        {
            var globals = LastParameters(file, image) is { } shared && file.Get<PdfStream>(shared, "JBIG2Globals") is { } stream ? file.Decode(stream).Data : default;
            var size = ((int)file.Number(image.Dictionary, "Width"), (int)file.Number(image.Dictionary, "Height"));
            return Jbig2Decoder.Decode(result.Data, globals, size, file.Budget) is { } drawn && drawn.Length >= expected ? drawn[..expected] : null;
        }

        return result.Codec is null && result.Data.Length >= expected ? result.Data[..expected].ToArray() : null;
    }

    /// <summary>Parameters of the last filter, the codec's.</summary>
    private static PdfDictionary? LastParameters(PdfFile file, PdfStream image)
    {
        var value = file.Resolve(image.Dictionary["DecodeParms"] ?? image.Dictionary["DP"]);
        return (value is PdfArray { Count: > 0 } several ? file.Resolve(several[^1]) : value) as PdfDictionary;
    }

    /// <summary>True for eight bits a sample that are brightness and not numbers of colours.</summary>
    public static bool HasPlainSamples(PdfFile file, PdfDictionary image) =>
        Bits(file, image) == 8 && file.Resolve(image["ImageMask"]) is not PdfBoolean { Value: true }
        && !(file.Resolve(image["ColorSpace"]) is PdfArray { Count: > 0 } space && file.Resolve(space[0]) is PdfName { Value: "Indexed" or "I" });

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

    /// <summary>Bits a sample; codecs of two colours need not say that theirs is one.</summary>
    public static int Bits(PdfFile file, PdfDictionary image)
    {
        var filter = file.Resolve(image["Filter"] ?? image["F"]);
        var last = filter is PdfArray { Count: > 0 } several ? file.Resolve(several[^1]) : filter;
        return (int)file.Number(image, "BitsPerComponent", last is PdfName { Value: "CCITTFaxDecode" or "CCF" or "JBIG2Decode" } ? 1 : 8);
    }

    /// <summary>True where the highest value is paper: grey and RGB that aren't inverted.</summary>
    private static bool IsLightAtMost(PdfFile file, PdfDictionary image)
    {
        var decode = file.Numbers(image["Decode"], 2);
        var isInverted = decode is not null && decode[0] > decode[1];
        var isIndexed = file.Resolve(image["ColorSpace"]) is PdfArray { Count: > 0 } array && file.Resolve(array[0]) is PdfName { Value: "Indexed" or "I" or "Separation" or "DeviceN" };
        return !isIndexed && Components(file, image["ColorSpace"], 0) != 4 && !isInverted;
    }

    private static void Fill(Span<byte> row, int from, int to, bool isLight)
    {
        for (var bit = from; bit < to;)
        {
            if (bit % 8 == 0 && to - bit >= 8)
            {
                row[bit / 8] = isLight ? (byte)0xFF : (byte)0;
                bit += 8;
            }
            else
            {
                var one = (byte)(0x80 >> (bit % 8));
                row[bit / 8] = isLight ? (byte)(row[bit / 8] | one) : (byte)(row[bit / 8] & ~one);
                bit++;
            }
        }
    }
}
