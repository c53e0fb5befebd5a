using System.Collections.Immutable;
using WooPipeline.Pipeline;
using WooPipeline.Publication;
using WooPipeline.Templating;

namespace WooPipeline.Review;

/// <summary>A run started from the app. One at a time; what persons decided so far is what it publishes.</summary>
internal sealed class PublishJob(RunOptions options)
{
    private readonly Lock gate = new();
    private StageProgress progress = new();
    private Task<RunOutcome>? running;

    /// <summary>The folder that is written.</summary>
    public string OutFolder => options.OutFolder;

    /// <summary>Starts a run; one that goes on already isn't started twice.</summary>
    public void Start()
    {
        lock (gate)
        {
            if (running is { IsCompleted: false })
            {
                return;
            }

            var observer = progress = new StageProgress();
            running = Task.Run(() => DossierRun.Execute(options, observer));
        }
    }

    /// <summary>How it stands.</summary>
    public PublishView View(int notReady)
    {
        lock (gate)
        {
            var (stage, done, total) = progress.Now;
            var view = new PublishView { NotReady = notReady, OutFolder = OutFolder, State = "none", Stage = stage, Done = done, Total = total };
            return running switch
            {
                null => view,
                { IsCompletedSuccessfully: true } => view.With(running.Result),
                { IsFaulted: true } => view with { State = "failed", Message = MessageOf(running.Exception!.GetBaseException()) },
                _ => view with { State = "running" },
            };
        }
    }

    /// <summary>Waits for the run that goes on.</summary>
    public async Task FinishAsync()
    {
        if (running is { } task)
        {
            await Task.WhenAny(task).ConfigureAwait(false);
        }
    }

    private static string MessageOf(Exception e) => e switch
    {
        DossierException or PackageException or TemplateException => e.Message,
        IOException or UnauthorizedAccessException => "Niet gepubliceerd: er kon niet in de uitvoermap worden geschreven. Controleer de schijf en uw rechten.",
        _ => $"Fout in WooPipeline zelf ({e.GetType().Name}). Er is niets gepubliceerd.",
    };
}

/// <summary>How publishing stands.</summary>
internal sealed record PublishView
{
    /// <summary><c>none</c>, <c>running</c>, <c>done</c>, <c>refused</c> or <c>failed</c>.</summary>
    public required string State { get; init; }

    public string Stage { get; init; } = "";

    public int Done { get; init; }

    public int Total { get; init; }

    /// <summary>Documents that aren't ready.</summary>
    public int NotReady { get; init; }

    public required string OutFolder { get; init; }

    public string? Message { get; init; }

    public int ExitCode { get; init; }

    public ImmutableArray<StateCount> States { get; init; } = [];

    public int Removed { get; init; }

    public int Doubts { get; init; }

    public int Lost { get; init; }

    public ImmutableArray<string> Messages { get; init; } = [];

    public ImmutableArray<string> Files { get; init; } = [];

    public PublishView With(RunOutcome outcome) => this with
    {
        State = outcome.RefusedFolder is null ? "done" : "refused",
        ExitCode = outcome.ExitCode,
        Message = outcome.RefusedFolder is { } refused ? $"De controle vond een lek: er is niets gepubliceerd. Het geweigerde pakket staat in {refused}." : null,
        States = [.. outcome.States.Select(s => new StateCount(s.Key.ToDutch(), s.Value))],
        Removed = outcome.Removed,
        Doubts = outcome.Doubts,
        Lost = outcome.LostDecisions,
        Messages = outcome.Messages,
        Files = outcome.Files,
    };
}

/// <summary>How many documents ended in a state.</summary>
internal sealed record StateCount(string State, int Count);
