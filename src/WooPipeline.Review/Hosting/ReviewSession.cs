using WooPipeline.Pipeline;

namespace WooPipeline.Review;

/// <summary>What one start of the server holds: the dossier being read, then the desk on which it is reviewed.</summary>
internal sealed class ReviewSession(ReviewOptions options) : IAsyncDisposable
{
    private readonly TaskCompletionSource<ReviewDesk> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private const int MostTries = 3600;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan AfterTheList = TimeSpan.FromSeconds(2);
    private readonly ManualResetEventSlim stop = new();
    private Task reading = Task.CompletedTask;
    private PublishJob? publish;

    /// <summary>How far reading is.</summary>
    public StageProgress Progress { get; } = new();

    /// <summary>Done when the dossier is read.</summary>
    public Task Ready => ready.Task;

    /// <summary>True where pdf.js draws PDF pages.</summary>
    public bool PdfJs => WebAssets.HasPdfJs && !options.WithoutPdfJs;

    /// <summary>How runs are done from here.</summary>
    public RunOptions Run { get; } = new() { Dossier = options.Dossier, Out = options.Out, Jobs = options.Jobs, Apart = options.Apart };

    /// <summary>The run that is started from here.</summary>
    public PublishJob Publish => publish ??= new PublishJob(Run);

    /// <summary>Why the dossier can't be reviewed; null where it can or is still being read.</summary>
    public string? Failure => ready.Task.Exception?.InnerException switch
    {
        null => null,
        DossierException e => e.Message,
        var e => $"Het dossier kon niet worden gelezen ({e.GetType().Name}).",
    };

    /// <summary>The desk, or null while the dossier is being read.</summary>
    public ReviewDesk? DeskOrNull => ready.Task.IsCompletedSuccessfully ? ready.Task.Result : null;

    /// <summary>The desk.</summary>
    /// <exception cref="ReviewException">The dossier is still being read, or can't be.</exception>
    public ReviewDesk Desk => DeskOrNull ?? throw new ReviewException(503, Failure ?? "Het dossier wordt nog gelezen. Een ogenblik.");

    /// <summary>Begins to read.</summary>
    public void Begin() => reading = Task.Run(() =>
    {
        try
        {
            var reviewer = options.Reviewer.Trim() is { Length: > 0 } name ? name : Environment.UserName;
            var desk = new ReviewDesk(Open(), reviewer);
            ready.SetResult(desk);

            // The register is wanted soon, but not before the list of documents is there.
            if (!stop.Wait(AfterTheList))
            {
                _ = desk.Persons;
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            ready.TrySetException(e);
        }
    });

    /// <summary>Opens the dossier; while another run or review reads it, this waits and says so.</summary>
    private ReviewDossier Open()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return ReviewDossier.Open(Run, Progress);
            }
            catch (DossierException e) when (e.IsBusy && tries < MostTries && !stop.IsSet)
            {
                Progress.StageStarted("Wachten tot een andere run of beoordeling het dossier heeft gelezen", 0);
                stop.Wait(Pause);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        stop.Set();
        await reading.ConfigureAwait(false);
        await Publish.FinishAsync().ConfigureAwait(false);
        DeskOrNull?.Dispose();
        stop.Dispose();
    }
}
