namespace WooPipeline.Pdf.Filters;

/// <summary>A colour component of a JPEG with its coefficients.</summary>
internal sealed class JpegComponent(int id, int h, int v, int quantiser)
{
    private static readonly double[,] Cosines = MakeCosines();

    public int Id => id;

    public int H => h;

    public int V => v;

    public int Quantiser => quantiser;

    public JpegHuffman? Dc { get; set; }

    public JpegHuffman? Ac { get; set; }

    /// <summary>Last direct-current value of the scan.</summary>
    public int Predictor { get; set; }

    /// <summary>Blocks across in scans of this component alone.</summary>
    public int Across { get; private set; }

    /// <summary>Blocks down in scans of this component alone.</summary>
    public int Down { get; private set; }

    /// <summary>Blocks across in memory, whole units of the image.</summary>
    public int BlocksAcross { get; private set; }

    /// <summary>Samples of a row in memory.</summary>
    public int Stride => 8 * BlocksAcross;

    /// <summary>Coefficients by block, in natural order.</summary>
    public short[] Coefficients { get; private set; } = [];

    public void Size(int width, int height, int mostH, int mostV)
    {
        Across = ((width * h) + (8 * mostH) - 1) / (8 * mostH);
        Down = ((height * v) + (8 * mostV) - 1) / (8 * mostV);
        BlocksAcross = (width + (8 * mostH) - 1) / (8 * mostH) * h;
        var blocksDown = (height + (8 * mostV) - 1) / (8 * mostV) * v;
        Coefficients = new short[64L * BlocksAcross * blocksDown > int.MaxValue ? 0 : 64 * BlocksAcross * blocksDown];
    }

    /// <summary>Samples of all blocks: coefficients times quantisers, through the inverse cosine transform (T.81 A.3.3).</summary>
    public byte[] Samples(int[] quantisers)
    {
        var samples = new byte[Coefficients.Length];
        Span<double> block = stackalloc double[64];
        Span<double> half = stackalloc double[64];
        var blocks = Coefficients.Length / 64;
        for (var b = 0; b < blocks; b++)
        {
            var source = Coefficients.AsSpan(64 * b, 64);
            for (var i = 0; i < 64; i++)
            {
                block[JpegScan.Natural[i]] = source[JpegScan.Natural[i]] * quantisers[i];
            }

            var start = (b / BlocksAcross * 8 * Stride) + (b % BlocksAcross * 8);
            if (source[1..].IndexOfAnyExcept((short)0) < 0)
            {
                var flat = (byte)Math.Clamp(Math.Round((block[0] / 8) + 128), 0, 255);
                for (var y = 0; y < 8; y++)
                {
                    samples.AsSpan(start + (y * Stride), 8).Fill(flat);
                }

                continue;
            }

            Transform(block, half, samples.AsSpan(start), Stride);
        }

        return samples;
    }

    private static void Transform(ReadOnlySpan<double> block, Span<double> half, Span<byte> target, int stride)
    {
        for (var v = 0; v < 8; v++)
        {
            for (var x = 0; x < 8; x++)
            {
                double sum = 0;
                for (var u = 0; u < 8; u++)
                {
                    sum += Cosines[x, u] * block[(8 * v) + u];
                }

                half[(8 * v) + x] = sum;
            }
        }

        for (var y = 0; y < 8; y++)
        {
            for (var x = 0; x < 8; x++)
            {
                double sum = 0;
                for (var v = 0; v < 8; v++)
                {
                    sum += Cosines[y, v] * half[(8 * v) + x];
                }

                target[(y * stride) + x] = (byte)Math.Clamp(Math.Round((sum / 4) + 128), 0, 255);
            }
        }
    }

    private static double[,] MakeCosines()
    {
        var table = new double[8, 8];
        for (var x = 0; x < 8; x++)
        {
            for (var u = 0; u < 8; u++)
            {
                table[x, u] = (u == 0 ? Math.Sqrt(0.5) : 1) * Math.Cos(((2 * x) + 1) * u * Math.PI / 16);
            }
        }

        return table;
    }
}
