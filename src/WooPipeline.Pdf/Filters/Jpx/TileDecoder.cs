using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Filters.Jpx;

/// <summary>Decodes a tile into the planes of the image.</summary>
internal sealed class TileDecoder(Codestream stream, TileData tile, PdfBudget budget)
{
    public void Decode(float[][] planes)
    {
        var across = Codestream.Ceil(stream.Right - stream.Tile.Left, stream.Tile.Width);
        var (column, row) = (tile.Index % across, tile.Index / across);
        var left = (int)Math.Max(stream.Left, stream.Tile.Left + ((long)column * stream.Tile.Width));
        var top = (int)Math.Max(stream.Top, stream.Tile.Top + ((long)row * stream.Tile.Height));
        var right = (int)Math.Min(stream.Right, stream.Tile.Left + ((column + 1L) * stream.Tile.Width));
        var bottom = (int)Math.Min(stream.Bottom, stream.Tile.Top + ((row + 1L) * stream.Tile.Height));
        if (right <= left || bottom <= top)
        {
            throw new InvalidDataException();
        }

        var components = stream.Components.Select((c, i) => new TileComponent(
            tile.Header.CodingOf(i), tile.Header.QuantizationOf(i), Codestream.Ceil(left, c.StepX), Codestream.Ceil(top, c.StepY), Codestream.Ceil(right, c.StepX), Codestream.Ceil(bottom, c.StepY))).ToArray();
        new PacketReader(tile.Packets, tile.Header.Coding!, budget).Read(components, stream.Components, left, top);
        var samples = components.Select((c, i) => Samples(c, tile.Header.QuantizationOf(i), stream.Components[i].Precision)).ToArray();
        if (tile.Header.Coding!.IsTransformed && samples.Length >= 3 && samples[0].Length == samples[1].Length && samples[0].Length == samples[2].Length)
        {
            Mix(samples, components[0].Coding.IsReversible);
        }

        for (var c = 0; c < components.Length; c++)
        {
            var (part, size) = (components[c], stream.Components[c]);
            var width = part.Right - part.Left;
            for (var y = part.Top; y < part.Bottom; y++)
            {
                samples[c].AsSpan((y - part.Top) * width, width).CopyTo(planes[c].AsSpan(((y - size.Top) * size.Width) + part.Left - size.Left));
            }
        }
    }

    private float[] Samples(TileComponent component, Quantization quantization, int precision)
    {
        var lower = Array.Empty<float>();
        foreach (var (resolution, number) in component.Resolutions.Select((r, i) => (r, i)))
        {
            var (width, height) = (resolution.Right - resolution.Left, resolution.Bottom - resolution.Top);
            var samples = new float[Math.Max(0, width) * Math.Max(0, height)];
            if (number > 0)
            {
                Spread(samples, width, resolution, component.Resolutions[number - 1], lower);
            }

            foreach (var band in resolution.Bands)
            {
                foreach (var block in band.Precincts.SelectMany(p => p.Blocks).Where(b => b.Passes > 0))
                {
                    Draw(samples, width, resolution, band, block, component.Coding, quantization, precision, isSpread: number > 0);
                }
            }

            if (number > 0 && samples.Length > 0)
            {
                Wavelet.Join(samples, resolution.Left, resolution.Top, width, height, component.Coding.IsReversible);
            }

            lower = samples;
        }

        return lower;
    }

    /// <summary>Sets the lower resolution on the even places of the next.</summary>
    private static void Spread(float[] samples, int width, Resolution resolution, Resolution under, float[] lower)
    {
        var across = under.Right - under.Left;
        for (var y = under.Top; y < under.Bottom; y++)
        {
            for (var x = under.Left; x < under.Right; x++)
            {
                samples[(((2 * y) - resolution.Top) * width) + (2 * x) - resolution.Left] = lower[((y - under.Top) * across) + x - under.Left];
            }
        }
    }

    private void Draw(float[] samples, int width, Resolution resolution, Band band, Block block, Coding coding, Quantization quantization, int precision, bool isSpread)
    {
        budget.Step(block.Width * block.Height);
        var planes = quantization.Guard + band.Step.Exponent - 1 - block.ZeroPlanes;
        if (planes is <= 0 or > 30)
        {
            return;
        }

        var data = new byte[block.Pieces.Sum(p => p.Length)];
        var at = 0;
        foreach (var (start, length) in block.Pieces)
        {
            tile.Packets.AsSpan(start, length).CopyTo(data.AsSpan(at));
            at += length;
        }

        var orientation = band.HighX == 1 ? (band.HighY == 1 ? 2 : 1) : 0;
        var values = new BlockDecoder(data, coding, block.Width, block.Height, orientation).Decode(planes, block.Passes);
        var step = coding.IsReversible ? 1f : MathF.Pow(2, precision + band.HighX + band.HighY - band.Step.Exponent) * (1 + (band.Step.Mantissa / 2048f));
        for (var i = 0; i < values.Length; i++)
        {
            var (x, y) = (block.Left + (i % block.Width), block.Top + (i / block.Width));
            var place = isSpread
                ? (((2 * y) + band.HighY - resolution.Top) * width) + (2 * x) + band.HighX - resolution.Left
                : ((y - resolution.Top) * width) + x - resolution.Left;
            samples[place] = values[i] * step;
        }
    }

    private static void Mix(float[][] samples, bool isReversible)
    {
        var (first, second, third) = (samples[0], samples[1], samples[2]);
        for (var i = 0; i < first.Length; i++)
        {
            var (y, cb, cr) = (first[i], second[i], third[i]);
            if (isReversible)
            {
                var green = y - MathF.Floor((cb + cr) / 4);
                (first[i], second[i], third[i]) = (cr + green, green, cb + green);
            }
            else
            {
                (first[i], second[i], third[i]) = (y + (1.402f * cr), y - (0.344136f * cb) - (0.714136f * cr), y + (1.772f * cb));
            }
        }
    }
}
