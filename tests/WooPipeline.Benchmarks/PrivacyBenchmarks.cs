using System.Collections.Immutable;
using System.Text;
using BenchmarkDotNet.Attributes;
using WooPipeline.Documents;
using WooPipeline.Privacy;

namespace WooPipeline.Benchmarks;

/// <summary>
/// Detection over the annotated dossiers of <c>fixtures/gold</c>, repeated: megabytes of text a second follow from
/// <see cref="Characters"/> and the time. The number of persons must hardly matter, the size of one document only in proportion.
/// </summary>
[MemoryDiagnoser]
public class PrivacyBenchmarks
{
    private PrivacyEngine engine = null!;
    private PersonRegister register = null!;
    private ImmutableArray<PrivacyDocument> documents;
    private PrivacyDocument large = null!;

    /// <summary>Persons in the register besides those of the documents.</summary>
    [Params(1_000, 20_000)]
    public int Persons { get; set; }

    /// <summary>Size of the one large document, in characters.</summary>
    [Params(250_000, 1_000_000)]
    public int Characters { get; set; }

    /// <summary>Reads the texts and makes the register.</summary>
    [GlobalSetup]
    public void Setup()
    {
        engine = PrivacyEngine.Create(PolicySettings.Default, PrivacyRegisters.Empty);
        documents = [.. Sources().Select((text, i) => new PrivacyDocument($"{i:000}", TextView.OfText(text), null, null, DocumentKind.Text))];
        var invented = Enumerable.Range(0, Persons).Select(i => new Sighting(new PersonName([$"naam{i % 977}"], "", [], [$"achternaam{i}"], []), Strength.Confirmed, "name.header", 0));
        register = engine.Merge([.. documents.Select(engine.Scan), new DocumentFacts("register", null, [.. invented], [], [], [], [])]);
        var text = new StringBuilder();
        while (text.Length < Characters)
        {
            foreach (var document in documents)
            {
                text.Append(document.View.Text).Append("\n\n");
            }
        }

        large = new PrivacyDocument("large", TextView.OfText(text.ToString(0, Characters)), null, null, DocumentKind.Text);
    }

    /// <summary>Pass 2 over all documents.</summary>
    [Benchmark]
    public int Documents() => documents.Sum(d => engine.Detect(d, register).Length);

    /// <summary>Pass 1 over all documents.</summary>
    [Benchmark]
    public int Scan() => documents.Sum(d => engine.Scan(d).Sightings.Length);

    /// <summary>Pass 2 over one large document.</summary>
    [Benchmark]
    public int LargeDocument() => engine.Detect(large, register).Length;

    private static IEnumerable<string> Sources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "WooPipeline.sln")))
        {
            folder = folder.Parent;
        }

        var gold = Path.Combine(folder?.FullName ?? throw new InvalidOperationException("Run the benchmarks from a checkout."), "fixtures", "gold");
        return Directory.GetFiles(gold, "*.*", SearchOption.AllDirectories).Where(f => f.Contains("bronnen", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(File.ReadAllText);
    }
}
