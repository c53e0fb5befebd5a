namespace WooPipeline.Pdf.Text;

/// <summary>Small words that stand raised or lowered beside larger ones (numbers of notes, exponents): they belong to the row of those.</summary>
internal static class RaisedWords
{
    private const double Smaller = 0.8;

    /// <summary>The larger word beside each raised or lowered one.</summary>
    public static Dictionary<TextWord, TextWord> Hosts(List<TextWord> words)
    {
        var hosts = new Dictionary<TextWord, TextWord>();
        if (words.Count == 0 || words.Min(w => w.Size) >= Smaller * words.Max(w => w.Size))
        {
            return hosts;
        }

        var sorted = words.OrderBy(w => w.Baseline).ToArray();
        var baselines = Array.ConvertAll(sorted, w => w.Baseline);
        foreach (var word in words)
        {
            var best = double.PositiveInfinity;
            for (var i = First(baselines, word.Baseline - (4 * word.Size)); i < sorted.Length && sorted[i].Baseline < word.Baseline + (4 * word.Size); i++)
            {
                var (host, distance) = (sorted[i], Distance(word, sorted[i]));
                if (distance < best)
                {
                    best = distance;
                    hosts[word] = host;
                }
            }
        }

        // A host must stand on a row itself.
        foreach (var word in hosts.Where(h => hosts.ContainsKey(h.Value)).Select(h => h.Key).ToList())
        {
            hosts.Remove(word);
        }

        return hosts;
    }

    /// <summary>Puts the words on the rows of their hosts.</summary>
    public static void Join(List<List<TextWord>> rows, Dictionary<TextWord, TextWord> hosts)
    {
        if (hosts.Count == 0)
        {
            return;
        }

        var rowOf = rows.SelectMany(r => r.Select(w => (Word: w, Row: r))).ToDictionary(p => p.Word, p => p.Row);
        foreach (var (word, host) in hosts.OrderBy(h => h.Key.Left))
        {
            rowOf[host].Add(word);
        }
    }

    /// <summary>The gap to a word that can be its host; endless where it can't.</summary>
    private static double Distance(TextWord word, TextWord host)
    {
        var rise = word.Baseline - host.Baseline;
        if (word.Size >= Smaller * host.Size || rise > 0.75 * host.Size || rise < -0.4 * host.Size)
        {
            return double.PositiveInfinity;
        }

        var gap = Math.Max(word.Left - host.Right, host.Left - word.Right);
        return gap < 0.3 * host.Size && gap > -0.5 * host.Size ? Math.Abs(gap) : double.PositiveInfinity;
    }

    private static int First(double[] sorted, double value)
    {
        var index = Array.BinarySearch(sorted, value);
        index = index < 0 ? ~index : index;
        while (index > 0 && sorted[index - 1] >= value)
        {
            index--;
        }

        return index;
    }
}
