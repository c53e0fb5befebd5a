using System.Text;

namespace WooPipeline.Pipeline;

/// <summary>
/// Notes before work on a source starts and after it ended, in <c>.woo/pogingen.log</c>. A source whose work began three times and
/// never ended took the run down with it; it is quarantined rather than tried again.
/// </summary>
internal sealed class AttemptJournal : IDisposable
{
    /// <summary>How often a source is tried.</summary>
    public const int MaxAttempts = 3;

    private readonly Dictionary<string, int> open;
    private readonly StreamWriter log;
    private readonly Lock gate = new();

    private AttemptJournal(Dictionary<string, int> open, StreamWriter log)
    {
        this.open = open;
        this.log = log;
    }

    /// <summary>Opens the journal and counts what earlier runs left open.</summary>
    public static AttemptJournal Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "pogingen.log");
        var open = File.Exists(path) ? Count(File.ReadLines(path)) : [];
        var log = new StreamWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read), new UTF8Encoding(false));
        foreach (var (key, count) in open.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            for (var i = 0; i < count; i++)
            {
                log.WriteLine("+" + key);
            }
        }

        log.Flush();
        return new AttemptJournal(open, log);
    }

    /// <summary>Notes that work starts; false where the source has used up its tries.</summary>
    public bool TryBegin(string key)
    {
        lock (gate)
        {
            if (open.GetValueOrDefault(key) >= MaxAttempts)
            {
                return false;
            }

            // The operating system has the line before the work begins; a kill of this process can't take it back.
            log.WriteLine("+" + key);
            log.Flush();
            return true;
        }
    }

    /// <summary>Notes that work ended, well or in quarantine.</summary>
    public void End(string key)
    {
        lock (gate)
        {
            log.WriteLine("-" + key);
            log.Flush();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => log.Dispose();

    private static Dictionary<string, int> Count(IEnumerable<string> lines)
    {
        var open = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines.Where(l => l.Length > 1))
        {
            var key = line[1..];
            if (line[0] == '+')
            {
                open[key] = open.GetValueOrDefault(key) + 1;
            }
            else
            {
                open.Remove(key);
            }
        }

        return open;
    }
}
