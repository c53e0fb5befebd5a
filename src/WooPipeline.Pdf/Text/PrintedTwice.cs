namespace WooPipeline.Pdf.Text;

/// <summary>Finds letters that are printed again at nearly the same place: bold and shadows made by printing twice, copied layers.</summary>
internal sealed class PrintedTwice(int count)
{
    private const double Cell = 4;
    private const double LargestReach = 2;
    private const int MostInCell = 64;
    private readonly Dictionary<ulong, int> first = new(count);
    private readonly List<(string Text, double X, double Y, double Size, int Next)> letters = new(count);

    /// <summary>True where such a letter was there before; else it is kept in mind.</summary>
    public bool IsAgain(string text, double x, double y, double size)
    {
        if (text.Length == 0)
        {
            return false;
        }

        var reach = Math.Min(0.13 * size, LargestReach);
        var (fromX, toX) = (CellOf(x - reach), CellOf(x + reach));
        var (fromY, toY) = (CellOf(y - reach), CellOf(y + reach));
        for (var cx = fromX; cx <= toX; cx++)
        {
            for (var cy = fromY; cy <= toY; cy++)
            {
                var steps = 0;
                for (var at = first.GetValueOrDefault(Key(text[0], cx, cy), -1); at >= 0 && steps < MostInCell; at = letters[at].Next, steps++)
                {
                    var (other, ox, oy, otherSize, _) = letters[at];
                    if (Math.Abs(ox - x) < reach && Math.Abs(oy - y) < reach && Math.Abs(otherSize - size) < 0.1 * size && other == text)
                    {
                        return true;
                    }
                }
            }
        }

        ref var last = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(first, Key(text[0], CellOf(x), CellOf(y)), out var isKnown);
        letters.Add((text, x, y, size, isKnown ? last : -1));
        last = letters.Count - 1;
        return false;
    }

    private static ulong Key(char letter, int x, int y) => ((ulong)letter << 48) | ((ulong)(x & 0xFFFFFF) << 24) | (uint)(y & 0xFFFFFF);

    private static int CellOf(double value) => (int)Math.Floor(Math.Clamp(value, -1e7, 1e7) / Cell);
}
