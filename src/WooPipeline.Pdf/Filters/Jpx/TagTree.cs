namespace WooPipeline.Pdf.Filters.Jpx;

/// <summary>A tag tree (T.800 §B.10.2): least values of quarters, told bit by bit.</summary>
internal sealed class TagTree
{
    private readonly List<(int Width, int Height, int[] Values, int[] Low)> levels = [];

    public TagTree(int width, int height)
    {
        while (true)
        {
            var values = new int[width * height];
            Array.Fill(values, int.MaxValue);
            levels.Add((width, height, values, new int[width * height]));
            if (width * height <= 1)
            {
                return;
            }

            (width, height) = ((width + 1) / 2, (height + 1) / 2);
        }
    }

    /// <summary>Reads until it is known whether a leaf's value lies below a threshold; true where it does.</summary>
    public bool IsBelow(PacketBits bits, int x, int y, int threshold)
    {
        var low = 0;
        for (var level = levels.Count - 1; level >= 0; level--)
        {
            var (width, _, values, lows) = levels[level];
            var index = ((y >> level) * width) + (x >> level);
            low = Math.Max(low, lows[index]);
            while (low < threshold && low < values[index])
            {
                if (bits.Next() == 1)
                {
                    values[index] = low;
                }
                else
                {
                    low++;
                }
            }

            lows[index] = low;
        }

        return levels[0].Values[(y * levels[0].Width) + x] < threshold;
    }
}
