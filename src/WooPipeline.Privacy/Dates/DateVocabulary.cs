using System.Collections.Frozen;
using System.Globalization;

namespace WooPipeline.Privacy;

/// <summary>The words of dates by their hash, read from <c>Data/dates</c>.</summary>
internal sealed class DateVocabulary
{
    private readonly FrozenDictionary<ulong, DateWord> words;
    private readonly FrozenDictionary<ulong, DateNumber> numbers;
    private readonly FrozenSet<ulong> follow;

    private DateVocabulary()
    {
        words = Rows("words.csv").ToFrozenDictionary(r => WordHash.Of(Folding.Fold(r["word"])), r => new DateWord(Kind(r["kind"]), Number(r["value"])));
        numbers = NumberWords.Make([.. Rows("numbers.csv").Select(r => (Number(r["value"]), r["cardinal"], r["ordinal"]))]);
        follow = Text("follow.txt").Split('\n').Where(l => !l.StartsWith('#')).SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(w => WordHash.Of(Folding.Fold(w.Trim()))).ToFrozenSet();
    }

    public static DateVocabulary Default { get; } = new();

    public DateWord Word(ulong hash) => words.GetValueOrDefault(hash);

    /// <summary>A number in words; a value of 0 where it is none.</summary>
    public DateNumber NumberWord(ulong hash) => numbers.GetValueOrDefault(hash);

    /// <summary>True where a word may follow a bare day of the month.</summary>
    public bool Follows(ulong hash) => follow.Contains(hash);

    internal static IEnumerable<Dictionary<string, string>> Rows(string file) => CsvTable.Parse(Text(file)).Select(r => r.Row);

    internal static int Number(string value) => int.Parse(value, CultureInfo.InvariantCulture);

    private static DateWordKind Kind(string name) => Enum.Parse<DateWordKind>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    private static string Text(string file)
    {
        using var stream = typeof(DateVocabulary).Assembly.GetManifestResourceStream("WooPipeline.Privacy.Data.dates/" + file)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
