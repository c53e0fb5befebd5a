using System.Diagnostics;
using WooPipeline.Pipeline;

namespace WooPipeline.Cluster;

/// <summary>Work on a folder over a network: what fails for a moment is tried again, with growing pauses, for a bounded time.</summary>
internal sealed class Patient(TimeSpan patience, string place)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>Longer than a file system over a network takes to show a file that another machine made.</summary>
    private static readonly TimeSpan MissingFor = TimeSpan.FromSeconds(60);

    /// <summary>Does it; work must be such that doing it twice does no harm.</summary>
    /// <exception cref="DossierException">It failed for longer than can be borne.</exception>
    /// <exception cref="IOException">A file isn't there, and doesn't come.</exception>
    public T Do<T>(Func<T> work)
    {
        var since = Stopwatch.StartNew();
        for (var pause = TimeSpan.FromMilliseconds(20); ; pause = pause * 2 > LongestPause ? LongestPause : pause * 2)
        {
            try
            {
                return work();
            }
            catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException && since.Elapsed > MissingFor)
            {
                throw;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException && since.Elapsed < patience)
            {
                Thread.Sleep(pause);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new DossierException($"De gedeelde map '{place}' is al {patience.TotalMinutes:0.#} minuten niet te gebruiken (fout: {e.GetType().Name}). Controleer het netwerk, de rechten en de ruimte, en geef hetzelfde commando opnieuw.", e);
            }
        }
    }
}
