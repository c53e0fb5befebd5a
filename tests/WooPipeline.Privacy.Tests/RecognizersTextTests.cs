using System.Text.Json;

namespace WooPipeline.Privacy.Tests;

/// <summary>The specifications of Recognizers-Text: which share of the supported cases is found exactly, and which fail.</summary>
public sealed class RecognizersTextTests
{
    [Theory]
    [InlineData("EmailModel", SequenceKind.Email, 0.95)]
    [InlineData("URLModel", SequenceKind.Url, 0.95)]
    [InlineData("IpAddressModel", SequenceKind.IpAddress, 0.95)]
    [InlineData("GUIDModel", SequenceKind.Guid, 0.95)]
    [InlineData("MentionModel", SequenceKind.Mention, 0.95)]
    public void Sequences_of_fixed_shape(string file, SequenceKind kind, double share)
    {
        if (Repository.Shared("corpus", "recognizers-text", "Sequence", "English", file + ".json") is not { } path)
        {
            return;
        }

        using var json = JsonDocument.Parse(File.ReadAllText(path).TrimStart('\uFEFF'));
        var all = 0;
        var failed = new List<string>();
        foreach (var test in json.RootElement.EnumerateArray().Where(Supported))
        {
            all++;
            var input = test.GetProperty("Input").GetString()!;
            var wanted = test.GetProperty("Results").EnumerateArray().Select(r => r.GetProperty("Text").GetString()!.ToLowerInvariant());
            var found = Sequences.Find(input, kind).Select(s => input[s.Span.Start..s.Span.End].ToLowerInvariant());
            if (!wanted.SequenceEqual(found))
            {
                failed.Add($"{input} -> {string.Join(" | ", found)}");
            }
        }

        Console.WriteLine($"{file}: {all - failed.Count} of {all}\n{string.Join('\n', failed)}");
        Assert.True(all - failed.Count >= share * all, $"{all - failed.Count} of {all}: {string.Join("; ", failed)}");
    }

    private static bool Supported(JsonElement test) => !new[] { "NotSupported", "NotSupportedByDesign" }
        .Any(n => test.TryGetProperty(n, out var value) && value.GetString()!.Contains("dotnet", StringComparison.OrdinalIgnoreCase));
}
