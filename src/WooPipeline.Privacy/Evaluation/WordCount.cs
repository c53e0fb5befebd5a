namespace WooPipeline.Privacy;

/// <summary>Words counted in bags; order aside.</summary>
internal sealed class WordCount
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, int>> Items => counts.OrderBy(c => c.Key, StringComparer.Ordinal);

    public int Total => counts.Values.Sum();

    public int this[string word] => counts.GetValueOrDefault(word);

    public void Add(string word) => counts[word] = this[word] + 1;
}
