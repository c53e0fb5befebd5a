using System.Text.Json;
using WooPipeline.Documents;

namespace WooPipeline.Privacy.Tests;

/// <summary>What a text's words are said to trigger leaves out nothing: asking every recogniser of every word finds the same.</summary>
public sealed class TriggerTests
{
    public static TheoryData<string> Dossiers() => new(Directory.GetDirectories(Repository.PathOf("fixtures", "gold")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void Gold_dossiers(string dossier) => Same([.. GoldView.Load(Repository.PathOf("fixtures", "gold", dossier))]);

    [Fact]
    public void Cases() => Same([.. Directory.GetFiles(Repository.PathOf("tests", "WooPipeline.Privacy.Tests", "Cases"), "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .SelectMany(f => File.ReadAllText(f).Split("\n====\n").Select((b, i) => new PrivacyDocument($"{Path.GetFileName(f)}-{i}", TextView.OfText(b), null, null, f.Contains("chat", StringComparison.Ordinal) ? DocumentKind.Chat : DocumentKind.Text)))]);

    private static void Same(List<PrivacyDocument> documents)
    {
        var some = PrivacyEngine.Create(PolicySettings.Default, PrivacyRegisters.Empty);
        var all = PrivacyEngine.CreateEverywhere(PolicySettings.Default, PrivacyRegisters.Empty);
        var facts = documents.ConvertAll(some.Scan);
        Assert.Equal(documents.ConvertAll(d => JsonSerializer.Serialize(all.Scan(d))), facts.ConvertAll(f => JsonSerializer.Serialize(f)));
        var register = some.Merge(facts);
        Assert.All(documents, d => Assert.Equal(all.Detect(d, register).Select(f => f.ToString()), some.Detect(d, register).Select(f => f.ToString())));
    }
}
