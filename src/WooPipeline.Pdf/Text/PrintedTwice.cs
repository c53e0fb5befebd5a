namespace WooPipeline.Pdf.Text;

/// <summary>Finds letters that are printed again at nearly the same place: bold and shadows made by printing twice, copied layers.</summary>
internal sealed class PrintedTwice
{
    private const double Cell = 4;
    private const double LargestReach = 2;
    private const int MostInCell = 64;
    private readonly Dictionary<(char Letter, int X, int Y), int> first = [];
    private readonly List<(string Text, double X, double Y, double Size, int Next)> letters = [];

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
                for (var at = first.GetValueOrDefault((text[0], cx, cy), -1); at >= 0 && steps < MostInCell; at = letters[at].Next, steps++)
                {
                    var (other, ox, oy, otherSize, _) = letters[at];
                    if (Math.Abs(ox - x) < reach && Math.Abs(oy - y) < reach && Math.Abs(otherSize - size) < 0.1 * size && other == text)
                    {
                        return true;
                    }
                }
            }
        }

        var key = (text[0], CellOf(x), CellOf(y));
        letters.Add((text, x, y, size, first.GetValueOrDefault(key, -1)));
        first[key] = letters.Count - 1;
        return false;
    }

    private static int CellOf(double value) => (int)Math.Floor(Math.Clamp(value, -1e7, 1e7) / Cell);
}
