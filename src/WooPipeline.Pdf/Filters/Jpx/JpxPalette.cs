using System.Buffers.Binary;

namespace WooPipeline.Pdf.Filters.Jpx;

/// <summary>A table of colours (T.800 §I.5.3.4) of at most eight bits a sample.</summary>
/// <param name="Columns">Samples a colour.</param>
/// <param name="Colors">The colours, one after another.</param>
internal sealed record JpxPalette(int Columns, byte[] Colors)
{
    public static JpxPalette Read(ReadOnlySpan<byte> box)
    {
        var (entries, columns) = (BinaryPrimitives.ReadUInt16BigEndian(box), (int)box[2]);
        if (entries is 0 or > 1024 || columns is not (1 or 3 or 4) || box.Slice(3, columns).ContainsAnyExcept((byte)7))
        {
            throw new InvalidDataException();
        }

        return new JpxPalette(columns, box.Slice(3 + columns, entries * columns).ToArray());
    }

    /// <summary>The image with colours for numbers.</summary>
    public JpxImage Apply(JpxImage image)
    {
        var pixels = new byte[image.Width * image.Height * Columns];
        for (var i = 0; i < image.Width * image.Height; i++)
        {
            var entry = Math.Min(image.Pixels[i * image.Components], (Colors.Length / Columns) - 1);
            Colors.AsSpan(entry * Columns, Columns).CopyTo(pixels.AsSpan(i * Columns));
        }

        return new JpxImage(image.Width, image.Height, Columns, pixels);
    }
}
