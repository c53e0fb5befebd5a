using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Formats.Word;

namespace WooPipeline.Benchmarks;

/// <summary>A thousand two-page Word documents, thirty passages taken out of each, on two cores: to stay under 20 seconds.</summary>
[SimpleJob(launchCount: 1, warmupCount: 1, iterationCount: 3)]
public class OfficeBenchmarks
{
    private const int Documents = 1000;
    private SourceFile file = null!;
    private DocumentTree tree = null!;
    private List<Redaction> redactions = null!;

    [GlobalSetup]
    public void Setup()
    {
        const string sentence = "De afdeling heeft het verzoek van Jansen ontvangen en met de betrokken directies besproken voordat een antwoord werd opgesteld. ";
        var blocks = Enumerable.Range(0, 30).SelectMany(i => new Block[]
        {
            new Heading(2, [new TextRun($"Onderdeel {i}")]),
            new Paragraph([new TextRun(sentence), new TextRun("Vet", TextStyle.Bold), new TextRun(sentence)]),
        });
        using var stream = new MemoryStream();
        DocxWriter.Write(new DocumentTree { Blocks = [.. blocks] }, new HouseStyle(), new DocxWriteOptions { Title = "Nota" }, stream);
        file = new SourceFile("bronnen/nota.docx", stream.ToArray());
        tree = ((DocumentRead)new WordReader().Read(file, ReadLimits.Default)).Tree;
        var text = TextView.Of(tree).Text;
        redactions = [];
        for (var at = text.IndexOf("Jansen", StringComparison.Ordinal); at >= 0; at = text.IndexOf("Jansen", at + 1, StringComparison.Ordinal))
        {
            redactions.Add(new Redaction(TextSpan.At(at, 6), "5.1.2e", GroundCatalog.Privacy, Label.Name));
        }
    }

    /// <summary>Redaction in place with its own proof (the result is read again).</summary>
    [Benchmark]
    public void RedactThousandDocuments() =>
        Parallel.For(0, Documents, new ParallelOptions { MaxDegreeOfParallelism = 2 }, _ =>
        {
            if (new WordRedactor().Redact(file, tree, redactions, ReadLimits.Default).Problem is not null)
            {
                throw new InvalidOperationException("A document was not redacted.");
            }
        });

    /// <summary>Measures without the harness: clock and processor time for the thousand, after a first hundred.</summary>
    public static string Measure()
    {
        var benchmark = new OfficeBenchmarks();
        benchmark.Setup();
        Parallel.For(0, 100, new ParallelOptions { MaxDegreeOfParallelism = 2 }, _ => new WordRedactor().Redact(benchmark.file, benchmark.tree, benchmark.redactions, ReadLimits.Default));
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        benchmark.RedactThousandDocuments();
        var processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        return string.Create(CultureInfo.InvariantCulture, $"{Documents} documents redacted in {watch.Elapsed.TotalSeconds:F1} s by the clock, {processor:F1} s of processor time: {processor / 2:F1} s on two cores");
    }

    /// <summary>Reading alone.</summary>
    [Benchmark]
    public void ReadThousandDocuments() =>
        Parallel.For(0, Documents, new ParallelOptions { MaxDegreeOfParallelism = 2 }, _ => new WordReader().Read(file, ReadLimits.Default));
}
