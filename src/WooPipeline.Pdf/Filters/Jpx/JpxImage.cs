namespace WooPipeline.Pdf.Filters.Jpx;

/// <summary>A decoded JPEG 2000 image.</summary>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Components">Samples a pixel, those of colour first.</param>
/// <param name="Pixels">Samples of eight bits, pixel by pixel from the top.</param>
internal sealed record JpxImage(int Width, int Height, int Components, byte[] Pixels)
{
    private const int Cmyk = 12;

    /// <summary>Number of the colour space that the file tells (T.800 §I.5.3.3); 0 for none.</summary>
    public int Colors { get; init; }

    /// <summary>Samples of colour in a pixel, those of transparency aside.</summary>
    public int ColorComponents => Components >= 4 && Colors == Cmyk ? 4 : Components >= 3 ? (Components == 4 && Colors == 0 ? 4 : 3) : 1;

    /// <summary>The first samples of each pixel.</summary>
    public byte[] First(int count)
    {
        if (count == Components)
        {
            return Pixels;
        }

        var first = new byte[Width * Height * count];
        for (var i = 0; i < Width * Height; i++)
        {
            Pixels.AsSpan(i * Components, count).CopyTo(first.AsSpan(i * count));
        }

        return first;
    }
}
