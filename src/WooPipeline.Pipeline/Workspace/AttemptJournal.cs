using System.Globalization;
using System.Text;

namespace WooPipeline.Pipeline;

/// <summary>
/// Notes before work on a source starts and after it ended, in <c>.woo/pogingen.log</c>. A source whose work began three times and
/// never ended took the run down with it; it is quarantined rather than tried again. Lines: <c>+key</c> begun, <c>-key</c> ended,
/// <c>~key</c> begun for nothing, <c>!key code given</c> set aside since it took more than it was given.
/// </summary>
internal sealed class AttemptJournal : IDisposable
{
    /// <summary>How often a source is tried.</summary>
    public const int MaxAttempts = 3;

    private readonly Dictionary<string, int> open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Overrun> setAside = new(StringComparer.Ordinal);
    private readonly StreamWriter log;
    private readonly Lock gate = new();

    private AttemptJournal(string path)
    {
        foreach (var line in File.Exists(path) ? File.ReadAllLines(path) : [])
        {
            Take(line);
        }

        log = new StreamWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read), new UTF8Encoding(false));
        foreach (var (key, count) in open.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            for (var i = 0; i < count; i++)
            {
                log.WriteLine("+" + key);
            }
        }

        foreach (var (key, overrun) in setAside.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            log.WriteLine(LineOf(key, overrun));
        }

        log.Flush();
    }

    /// <summary>Opens the journal and counts what earlier runs left open.</summary>
    public static AttemptJournal Open(string folder)
    {
        Directory.CreateDirectory(folder);
        return new AttemptJournal(Path.Combine(folder, "pogingen.log"));
    }

    /// <summary>How often work on a source began without an end.</summary>
    public int OpenAttempts(string key)
    {
        lock (gate)
        {
            return open.GetValueOrDefault(key);
        }
    }

    /// <summary>What a source took too much of; null where it didn't.</summary>
    public Overrun? SetAsideFor(string key)
    {
        lock (gate)
        {
            return setAside.GetValueOrDefault(key);
        }
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
            Note("+" + key);
            return true;
        }
    }

    /// <summary>Notes that work ended, well or in quarantine.</summary>
    public void End(string key) => Add("-" + key);

    /// <summary>Notes that a try was given up for another reason than its source.</summary>
    public void Withdraw(string key) => Add("~" + key);

    /// <summary>Notes that a source took too much, so that later runs don't try it again with no more.</summary>
    public void SetAside(string key, Overrun overrun) => Add(LineOf(key, overrun));

    /// <inheritdoc/>
    public void Dispose() => log.Dispose();

    private static string LineOf(string key, Overrun overrun) => string.Create(CultureInfo.InvariantCulture, $"!{key} {overrun.Code} {overrun.Given}");

    private void Add(string line)
    {
        lock (gate)
        {
            Note(line);
        }
    }

    private void Note(string line)
    {
        log.WriteLine(line);
        log.Flush();
        Take(line);
    }

    /// <summary>Does what a line says; one that a kill cut off says nothing.</summary>
    private void Take(string line)
    {
        if (line.Length < 2)
        {
            return;
        }

        var key = line[1..];
        switch (line[0])
        {
            case '+':
                open[key] = open.GetValueOrDefault(key) + 1;
                break;
            case '-':
                open.Remove(key);
                setAside.Remove(key);
                break;
            case '~' when open.GetValueOrDefault(key) > 1:
                open[key]--;
                break;
            case '~':
                open.Remove(key);
                break;
            case '!' when key.Split(' ') is [var name, var code, var given] && long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var amount):
                open.Remove(name);
                setAside[name] = new Overrun(code, amount);
                break;
        }
    }
}
