namespace WooPipeline.EndToEnd;

/// <summary>One run of each fixture dossier, shared by the tests that only look at it.</summary>
public sealed class FixtureRun : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, (string Out, ToolResult Result)> runs = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>Names of the fixture dossiers.</summary>
    public static TheoryData<string> Dossiers { get; } =
        [.. Directory.GetDirectories(Repository.PathOf("fixtures", "dossiers")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    /// <summary>Where the package of a dossier is, and what the run printed.</summary>
    public (string Out, ToolResult Result) Of(string dossier)
    {
        lock (gate)
        {
            if (!runs.TryGetValue(dossier, out var run))
            {
                var output = folder.File(dossier);
                run = runs[dossier] = (output, Woo.Run("run", Repository.PathOf("fixtures", "dossiers", dossier), "--out", output));
            }

            return run;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();
}
