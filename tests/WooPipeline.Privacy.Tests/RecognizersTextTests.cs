using System.Globalization;
using System.Text.Json;

namespace WooPipeline.Privacy.Tests;

/// <summary>
/// The specifications of Recognizers-Text: which share of the supported cases comes out exactly, and which fail. Every failure stands with
/// its cause in <c>Data/recognizers-failures.csv</c>, by its number in the file.
/// </summary>
public sealed class RecognizersTextTests
{
    private static readonly DateOnly NoDate = DateOnly.MinValue;

    [Theory]
    [InlineData("EmailModel", SequenceKind.Email, 0.95)]
    [InlineData("URLModel", SequenceKind.Url, 0.95)]
    [InlineData("IpAddressModel", SequenceKind.IpAddress, 0.95)]
    [InlineData("GUIDModel", SequenceKind.Guid, 0.95)]
    [InlineData("MentionModel", SequenceKind.Mention, 0.95)]
    [InlineData("PhoneNumberModel", SequenceKind.PhoneNumber, 0.90)]
    public void Sequences_of_fixed_shape(string file, SequenceKind kind, double share) => Hold($"Sequence/English/{file}", share, test =>
    {
        var input = test.GetProperty("Input").GetString()!;
        var found = Sequences.Find(input, kind).Select(s => input[s.Span.Start..s.Span.End].ToLowerInvariant());
        return (Texts(test).SequenceEqual(found), string.Join(" | ", found));
    });

    [Fact]
    public void Dutch_dates_are_found() => Hold("DateTime/Dutch/DateExtractor", 0.90, test =>
    {
        var input = test.GetProperty("Input").GetString()!;
        var found = DutchDates.Find(input, Reference(test)).Select(d => input[d.Span.Start..d.Span.End].ToLowerInvariant()).ToList();
        return (Texts(test).SequenceEqual(found), string.Join(" | ", found));
    });

    [Fact]
    public void Dutch_dates_are_resolved() => Hold("DateTime/Dutch/DateParser", 0.90, test =>
    {
        var input = test.GetProperty("Input").GetString()!;
        var found = DutchDates.Find(input, Reference(test));
        var wanted = test.GetProperty("Results").EnumerateArray().Select(r => (r.GetProperty("Text").GetString()!.ToLowerInvariant(), Resolved(r, "FutureResolution"), Resolved(r, "PastResolution")));
        var given = found.Select(d => (input[d.Span.Start..d.Span.End].ToLowerInvariant(), d.Next ?? NoDate, d.Last ?? NoDate)).ToList();
        return (wanted.SequenceEqual(given), string.Join(" | ", given));
    });

    private static void Hold(string spec, double share, Func<JsonElement, (bool Holds, string Found)> judge)
    {
        if (Repository.Shared(["corpus", "recognizers-text", .. (spec + ".json").Split('/')]) is not { } path)
        {
            return;
        }

        using var json = JsonDocument.Parse(File.ReadAllText(path).TrimStart('\uFEFF'));
        var all = 0;
        var failed = new List<(int Number, string Found)>();
        foreach (var (test, number) in json.RootElement.EnumerateArray().Select((t, i) => (t, i + 1)).Where(t => Supported(t.t)))
        {
            all++;
            var (holds, found) = judge(test);
            if (!holds)
            {
                failed.Add((number, found));
            }
        }

        var lines = string.Join('\n', failed.Select(f => $"  {spec} {f.Number}: {json.RootElement[f.Number - 1].GetProperty("Input").GetString()} -> {f.Found}"));
        Console.WriteLine($"{spec}: {all - failed.Count} of {all} = {(all - failed.Count) * 100.0 / all:0.0} %\n{lines}");
        Assert.True(all - failed.Count >= share * all, $"{all - failed.Count} of {all}\n{lines}");
        Assert.Equal(Known(spec), failed.Select(f => f.Number));
    }

    /// <summary>The failures whose cause is known.</summary>
    private static IEnumerable<int> Known(string spec) => File.ReadLines(Repository.PathOf("tests", "WooPipeline.Privacy.Tests", "Data", "recognizers-failures.csv")).Skip(1)
        .Select(l => l.Split(';', 3)).Where(c => c[0] == spec).Select(c => int.Parse(c[1], CultureInfo.InvariantCulture));

    private static IEnumerable<string> Texts(JsonElement test) => test.GetProperty("Results").EnumerateArray().Select(r => r.GetProperty("Text").GetString()!.ToLowerInvariant());

    private static DateOnly Reference(JsonElement test) => test.TryGetProperty("Context", out var context) && context.TryGetProperty("ReferenceDateTime", out var date)
        ? DateOnly.FromDateTime(date.GetDateTime()) : new DateOnly(2017, 9, 1);

    private static DateOnly Resolved(JsonElement result, string name) => DateOnly.Parse(result.GetProperty("Value").GetProperty(name).EnumerateObject().First().Value.GetString()!, CultureInfo.InvariantCulture);

    private static bool Supported(JsonElement test) => !new[] { "NotSupported", "NotSupportedByDesign" }
        .Any(n => test.TryGetProperty(n, out var value) && value.GetString()!.Contains("dotnet", StringComparison.OrdinalIgnoreCase));
}
