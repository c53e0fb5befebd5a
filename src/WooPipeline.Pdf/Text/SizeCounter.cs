namespace WooPipeline.Pdf.Text;

/// <summary>Finds the size that most letters have, page by page.</summary>
internal sealed class SizeCounter
{
    private readonly SortedDictionary<int, long> letters = [];

    public void Add(double size, int count)
    {
        var key = (int)Math.Round(Math.Clamp(size, 0, 1000) * 2);
        letters[key] = letters.GetValueOrDefault(key) + count;
    }

    public double Most => letters.Count == 0 ? 10 : letters.MaxBy(l => l.Value).Key / 2.0;
}
