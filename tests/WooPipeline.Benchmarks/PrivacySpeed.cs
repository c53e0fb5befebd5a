using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using WooPipeline.Documents;
using WooPipeline.Privacy;

namespace WooPipeline.Benchmarks;

/// <summary>
/// Speed of detection without a harness, so that it can be run on a busy machine: processor time instead of time on the clock, the best of
/// several rounds, one thread. Run with <c>speed</c> and, if not 50, the megabytes of a round. The texts are those of the annotated
/// dossiers, repeated; a megabyte is 1,000,000 bytes of UTF-8.
/// </summary>
internal static class PrivacySpeed
{
    private const int Rounds = 5;
    private static readonly int[] Sizes = [250_000, 1_000_000, 4_000_000];
    private static readonly int[] Persons = [1_000, 20_000];

    public static void Run(IReadOnlyList<string> arguments)
    {
        var size = arguments.Count > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 50;
        var texts = Texts().ToList();
        var start = Cpu();
        var engine = PrivacyEngine.Create(PolicySettings.Default, PrivacyRegisters.Empty);
        var documents = texts.Select((t, i) => new PrivacyDocument($"{i:000}", TextView.OfText(t), null, null, DocumentKind.Text)).ToList();
        var facts = engine.Scan(documents[0]);
        Detect(engine, engine.Merge([facts]), documents[..1]);
        Say($"start: {Cpu() - start:0.00} s of processor time up to the first document's findings");

        var all = documents.Select(engine.Scan).ToList();
        foreach (var persons in Persons)
        {
            var register = engine.Merge([.. all, Invented(persons)]);
            Say($"{register.Persons.Length:N0} persons: pass 2 {Speed(documents, size, d => engine.Detect(d, register).Length):0.0} MB/s");
        }

        Say($"pass 1: {Speed(documents, size, d => engine.Scan(d).Sightings.Length):0.0} MB/s");
        Say($"largest working set over the documents: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
        var known = engine.Merge(all);
        foreach (var length in Sizes)
        {
            var large = new PrivacyDocument("large", TextView.OfText(Repeated(texts, length)), null, null, DocumentKind.Text);
            Say($"one document of {length / 1e6:0.00} M characters: {Speed([large], 1, d => engine.Detect(d, known).Length):0.0} MB/s");
        }

        Say($"largest working set with the large documents: {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB");
    }

    /// <summary>Megabytes a second of the best round.</summary>
    private static double Speed(List<PrivacyDocument> documents, int megabytes, Func<PrivacyDocument, int> work)
    {
        var bytes = documents.Sum(d => Encoding.UTF8.GetByteCount(d.View.Text));
        var repeats = Math.Max(1, (int)(megabytes * 1_000_000L / bytes));
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var start = Cpu();
            for (var i = 0; i < repeats; i++)
            {
                foreach (var document in documents)
                {
                    work(document);
                }
            }

            best = Math.Min(best, Cpu() - start);
        }

        return (double)bytes * repeats / 1e6 / best;
    }

    private static void Detect(PrivacyEngine engine, PersonRegister register, List<PrivacyDocument> documents) => documents.ForEach(d => engine.Detect(d, register));

    /// <summary>Seconds of processor time of the whole process, collector and compiler among them.</summary>
    private static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    private static DocumentFacts Invented(int count) => new("register", null,
        [.. Enumerable.Range(0, count).Select(i => new Sighting(new PersonName([$"naam{i % 977}"], "", [], [$"achternaam{i}"], []), Strength.Confirmed, "name.header", 0))], [], [], [], []);

    private static string Repeated(List<string> texts, int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
        {
            texts.ForEach(t => text.Append(t).Append("\n\n"));
        }

        return text.ToString(0, length);
    }

    /// <summary>The texts of the annotated dossiers of the checkout and of the test material next to it.</summary>
    private static IEnumerable<string> Texts()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "WooPipeline.sln")))
        {
            folder = folder.Parent;
        }

        var root = folder?.FullName ?? throw new InvalidOperationException("Run the benchmarks from a checkout.");
        foreach (var gold in new[] { Path.Combine(root, "fixtures", "gold"), Path.Combine(root, "..", "shared", "gold") }.Where(Directory.Exists))
        {
            foreach (var file in Directory.GetFiles(gold, "*.json", SearchOption.AllDirectories).Where(f => Path.GetFileName(Path.GetDirectoryName(f)) == "gold").Order(StringComparer.Ordinal))
            {
                using var json = JsonDocument.Parse(File.ReadAllBytes(file));
                yield return string.Concat(json.RootElement.GetProperty("segments").EnumerateArray().Select(s => s[1].GetString()));
            }
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
