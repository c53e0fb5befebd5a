using System.Diagnostics;

namespace WooPipeline.Privacy.Tests;

/// <summary>The annotated dossiers, measured as a reader of the public documents sees them.</summary>
public sealed class GoldTests
{
    [Theory]
    [InlineData("dijkversterking")]
    [InlineData("jeugdhulp")]
    public void Own_dossiers(string name) => Check(Repository.PathOf("fixtures", "gold", name), 0.99, 0.97, 0.95);

    // Written and measured before anything was mended for them: recall at first sight .838, .761, .840, .845, .894, .918 and .899.
    [Theory]
    [InlineData("windpark")]
    [InlineData("integriteit")]
    [InlineData("opvang")]
    [InlineData("museumhaven")]
    [InlineData("diploma")]
    [InlineData("defensie")]
    [InlineData("veehouderij")]
    public void Unlike_dossiers(string name) => Check(Repository.PathOf("fixtures", "gold", name), 0.96, 0.97, 0.9);

    // Written by others to be hard, each scored end to end before anything was read of it; recall then .943, .930, .968, .932, .945, .955, .950 and .950.
    [Theory]
    [InlineData("huisvesting", 0.965, 0.955, 0.9)]
    [InlineData("omgevingsdienst", 0.97, 0.945, 0.91)]
    [InlineData("belastingteam", 0.98, 0.965, 0.92)]
    [InlineData("erfgoed", 0.945, 0.87, 0.63)]
    [InlineData("onderwijsinspectie", 0.955, 0.94, 0.92)]
    [InlineData("spoor", 0.97, 0.96, 0.96)]
    [InlineData("havenbedrijf", 0.97, 0.91, 0.77)]
    [InlineData("voedsel", 0.965, 0.94, 0.85)]
    public void Hard_dossiers(string name, double recall, double precision, double traps) => Check(Repository.PathOf("fixtures", "gold", name), recall, precision, traps);

    // Written by others who never saw the program. At first sight recall was .951, .962 and .959 for the first three; the second three were kept aside
    // until those were mended: .940, .967 and .936 then, .918, .961 and .932 before.
    [Theory]
    [InlineData("evenement", 0.985, 0.967, 0.95)]
    [InlineData("ziekenhuis", 0.96, 0.957, 0.92)]
    [InlineData("warmtenet", 0.988, 0.962, 0.94)]
    [InlineData("consulair", 0.98, 0.95, 0.95)]
    [InlineData("sportbond", 0.983, 0.95, 0.9)]
    [InlineData("universiteit", 0.98, 0.95, 0.92)]
    [InlineData("asielbuurt", 0.965, 0.952, 0.89)]
    [InlineData("ictcontract", 0.938, 0.885, 0.72)]
    [InlineData("kustwacht", 0.958, 0.921, 0.84)]
    [InlineData("rijbewijs", 0.962, 0.958, 0.86)]
    public void Blind_dossiers(string name, double recall, double precision, double traps) => Check(Repository.PathOf("fixtures", "gold", name), recall, precision, traps);

    // Written by others after the nature of the given dossiers. Recall and precision at first sight: .967/.902, .940/.841, .981/.904, .960/.937, .959/.912,
    // .970/.915; then, with what these taught, .944/.981 and .951/.958; and last .975/.919 and .967/.938.
    [Theory]
    [InlineData("waterlab", 0.97, 0.94, 0.88)]
    [InlineData("kansspel", 0.93, 0.94, 0.88)]
    [InlineData("defensieterrein", 0.98, 0.965, 0.92)]
    [InlineData("leerlingvervoer", 0.97, 0.96, 0.9)]
    [InlineData("monument", 0.955, 0.935, 0.88)]
    [InlineData("examens", 0.965, 0.94, 0.85)]
    [InlineData("zorgfraude", 0.98, 0.975, 0.94)]
    [InlineData("fietsbrug", 0.98, 0.955, 0.86)]
    [InlineData("visserij", 0.955, 0.95, 0.91)]
    [InlineData("bibliotheek", 0.97, 0.955, 0.865)]
    public void Later_dossiers(string name, double recall, double precision, double traps) => Check(Repository.PathOf("fixtures", "gold", name), recall, precision, traps);

    [Theory]
    [InlineData("verkiezingen", 0.995, 0.985, 0.97)]
    [InlineData("subsidie", 0.995, 0.985, 0.97)]
    [InlineData("infrastructuur", 0.99, 0.975, 0.94)]
    [InlineData("gezondheid", 0.99, 0.97, 0.95)]
    public void Given_dossiers(string name, double recall, double precision, double traps)
    {
        if (Repository.Shared("gold", name) is { } folder)
        {
            Check(folder, recall, precision, traps);
        }
    }

    [Fact]
    public void The_score_is_that_of_the_script()
    {
        if (Repository.Shared("gold", "score.py") is not { } script || !ExternalTool.IsHere("python3"))
        {
            return;
        }

        var dossier = Repository.PathOf("fixtures", "gold", "dijkversterking");
        var run = new GoldRun(dossier);
        using var folder = new TemporaryFolder();
        foreach (var (id, text) in run.Texts)
        {
            File.WriteAllText(folder.File(id + ".txt"), text.Replace("e", "", StringComparison.Ordinal));
        }

        var changed = run.Texts.ToDictionary(t => t.Key, t => t.Value.Replace("e", "", StringComparison.Ordinal), StringComparer.Ordinal);
        var ours = GoldEvaluator.Evaluate(GoldDocument.Load(dossier), changed);
        var theirs = ExternalTool.Run("python3", script, dossier, "--texts", folder.Path).Output;
        Assert.Contains(FormattableString.Invariant($"words removed {ours.Total.ToRemove}  leaked {ours.Total.Leaked}  over-redacted {ours.Total.OverRedacted} of"), theirs, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"traps kept {ours.TrapsKept:0.0000}"), theirs, StringComparison.Ordinal);
    }

    [Fact]
    public void The_register_does_not_depend_on_the_order_of_the_facts()
    {
        var run = new GoldRun(Repository.PathOf("fixtures", "gold", "jeugdhulp"));
        var turned = run.Engine.Merge(run.Facts.AsEnumerable().Reverse());
        Assert.Equal(run.Register.Persons.Select(p => (p.Id, p.Names[0])), turned.Persons.Select(p => (p.Id, p.Names[0])));
        foreach (var document in run.Documents)
        {
            Assert.Equal(run.Engine.Detect(document, run.Register), run.Engine.Detect(document, turned));
        }
    }

    [Fact]
    public void Facts_survive_being_written_and_read()
    {
        var run = new GoldRun(Repository.PathOf("fixtures", "gold", "jeugdhulp"));
        var read = run.Facts.Select(f => System.Text.Json.JsonSerializer.Deserialize<DocumentFacts>(System.Text.Json.JsonSerializer.Serialize(f))!);
        var again = run.Engine.Merge(read);
        foreach (var document in run.Documents)
        {
            Assert.Equal(run.Engine.Detect(document, run.Register), run.Engine.Detect(document, again));
        }
    }

    private static void Check(string folder, double recall, double precision, double traps)
    {
        var watch = Stopwatch.StartNew();
        var evaluation = new GoldRun(folder).Evaluation;
        Console.WriteLine($"{Path.GetFileName(folder)} ({watch.ElapsedMilliseconds} ms), traps kept {evaluation.TrapsKept:0.0000}\n{evaluation.ToText()}");
        Assert.True(evaluation.Total.Recall >= recall, $"recall {evaluation.Total.Recall:0.0000}");
        Assert.True(evaluation.Total.Precision >= precision, $"precision {evaluation.Total.Precision:0.0000}");
        Assert.True(evaluation.TrapsKept >= traps, $"traps kept {evaluation.TrapsKept:0.0000}");
    }
}
