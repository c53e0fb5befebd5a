namespace WooPipeline.EndToEnd;

/// <summary>One run of each fixture dossier, shared by the tests that only look at it.</summary>
public sealed class FixtureRun : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, (string Out, ToolResult Result)> runs = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>Name of the collection whose tests share one run.</summary>
    public const string Collection = "fixture runs";

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
                // A copy, so that tests leave nothing in the checkout and don't meet each other's lock.
                var copy = folder.File("dossiers", dossier);
                FolderContent.Copy(Repository.PathOf("fixtures", "dossiers", dossier), copy);
                var output = folder.File(dossier);
                run = runs[dossier] = (output, Woo.Run("run", copy, "--out", output));
            }

            return run;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();
}

/// <summary>Tests that share one run of each fixture dossier.</summary>
[CollectionDefinition(FixtureRun.Collection)]
public sealed class FixtureRunCollection : ICollectionFixture<FixtureRun>;
