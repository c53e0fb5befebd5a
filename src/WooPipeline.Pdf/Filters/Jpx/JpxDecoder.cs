using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Filters.Jpx;

/// <summary>
/// Decodes JPEG 2000 (ITU-T T.800): the boxes around the codestream, tiles, both wavelets and colour transforms. What is rare (raw and
/// terminated passes, regions of interest, changes of progression, packed headers) isn't decoded: then the image is taken as one that can't be had.
/// </summary>
internal static class JpxDecoder
{
    private const int YccColors = 18;

    /// <param name="data">The file or the bare codestream.</param>
    /// <param name="isIndexed">True where samples number colours: then those of fewer than eight bits aren't stretched.</param>
    /// <param name="budget">Bounds.</param>
    /// <returns>Null for what is damaged or not supported.</returns>
    public static JpxImage? Decode(ReadOnlyMemory<byte> data, bool isIndexed, PdfBudget budget)
    {
        try
        {
            var boxes = JpxBoxes.Read(data.Span);
            var stream = new Codestream(data[boxes.Start..]);
            stream.ReadHeader();
            if (stream.Width * (long)stream.Height * stream.Components.Length * sizeof(float) > budget.MaxStreamBytes)
            {
                throw new PdfException("te-groot", "An image unpacks to more than the limit.");
            }

            budget.Spend(stream.Width * (long)stream.Height * stream.Components.Length);
            var planes = stream.Components.Select(c => new float[c.Width * c.Height]).ToArray();
            foreach (var tile in stream.ReadTiles())
            {
                new TileDecoder(stream, tile, budget).Decode(planes);
            }

            var image = Samples(stream, planes, isIndexed || boxes.Palette is not null);
            var shown = boxes.Palette is { } palette ? palette.Apply(image) : boxes.Colors == YccColors && image.Components >= 3 ? OfYcc(image) : image;
            return shown with { Colors = boxes.Colors };
        }
        catch (InvalidDataException)
        {
            return null; // not supported or damaged: the caller replaces the image whole
        }
        catch (Exception broken) when (broken is IndexOutOfRangeException or ArgumentException or ArithmeticException)
        {
            return null; // cut off
        }
    }

    private static JpxImage Samples(Codestream stream, float[][] planes, bool isRaw)
    {
        var count = stream.Components.Length;
        var pixels = new byte[stream.Width * stream.Height * count];
        for (var c = 0; c < count; c++)
        {
            var component = stream.Components[c];
            var most = (1 << component.Precision) - 1;
            var offset = component.IsSigned ? 0 : 1 << (component.Precision - 1);
            var scale = isRaw && component.Precision <= 8 ? 1f : 255f / most;
            for (var y = 0; y < stream.Height; y++)
            {
                var row = Math.Min(y / component.StepY, component.Height - 1) * component.Width;
                for (var x = 0; x < stream.Width; x++)
                {
                    var value = planes[c][row + Math.Min(x / component.StepX, component.Width - 1)] + offset;
                    pixels[(((y * stream.Width) + x) * count) + c] = (byte)((Math.Clamp(MathF.Round(value), 0, most) * scale) + 0.5f);
                }
            }
        }

        return new JpxImage(stream.Width, stream.Height, count, pixels);
    }

    private static JpxImage OfYcc(JpxImage image)
    {
        for (var at = 0; at + 2 < image.Pixels.Length; at += image.Components)
        {
            var (y, cb, cr) = (image.Pixels[at], image.Pixels[at + 1] - 128, image.Pixels[at + 2] - 128);
            image.Pixels[at] = (byte)Math.Clamp(y + (1.402 * cr), 0, 255);
            image.Pixels[at + 1] = (byte)Math.Clamp(y - (0.344136 * cb) - (0.714136 * cr), 0, 255);
            image.Pixels[at + 2] = (byte)Math.Clamp(y + (1.772 * cb), 0, 255);
        }

        return image;
    }
}
