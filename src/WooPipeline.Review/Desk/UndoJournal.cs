using System.Text;
using WooPipeline.Pipeline;

namespace WooPipeline.Review;

/// <summary>What happened to a step.</summary>
internal enum JournalTurn
{
    Push,
    Undo,
    Redo,
    DropDone,
    DropUndone,
}

/// <summary>
/// The steps of a reviewer in <c>.woo/terug-NAME.log</c>, a line a turn, so that they can be taken back after a restart. Each server has a
/// journal of its own: of two with the same name the second gets <c>terug-NAME-2.log</c>. Where it can't be written, steps last as long
/// as the server does.
/// </summary>
internal sealed class UndoJournal : IDisposable
{
    private const string Turns = "+<>-~";
    private const int MostJournals = 16;
    private const int MostSteps = 2000;
    private const long LargestBytes = 64 * 1024 * 1024;
    private readonly Func<string, string?> idOf;
    private readonly FileStream? slot;
    private readonly string path;
    private FileStream? log;

    private UndoJournal(string path, FileStream? slot, Func<string, string?> idOf) => (this.path, this.slot, this.idOf) = (path, slot, idOf);

    /// <summary>Opens the journal of a reviewer.</summary>
    /// <param name="root">Folder of the dossier.</param>
    /// <param name="reviewer">Who.</param>
    /// <param name="idOf">The number of a source in this dossier; null where it isn't there.</param>
    public static UndoJournal Open(string root, string reviewer, Func<string, string?> idOf)
    {
        var folder = Path.Combine(root, ".woo");
        var name = NameOf(reviewer);
        for (var number = 1; number <= MostJournals; number++)
        {
            var path = Path.Combine(folder, number == 1 ? $"terug-{name}.log" : $"terug-{name}-{number}.log");
            try
            {
                Directory.CreateDirectory(folder);
                return new UndoJournal(path, new FileStream(path + ".slot", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose), idOf);
            }
            catch (UnauthorizedAccessException)
            {
                break;
            }
            catch (IOException)
            {
                // Another server has this one; the next may be free.
                continue;
            }
        }

        return new UndoJournal("", null, idOf);
    }

    /// <summary>What earlier starts noted, in order; a line that a kill cut off is left out.</summary>
    public IReadOnlyList<(JournalTurn Turn, JournalStep? Step)> Read()
    {
        var turns = new List<(JournalTurn, JournalStep?)>();
        if (slot is null || !File.Exists(path) || new FileInfo(path).Length > LargestBytes)
        {
            return turns;
        }

        foreach (var line in File.ReadAllText(path).Split('\n')[..^1])
        {
            var parts = line.Split('\t', 3);
            var turn = parts[0].Length == 1 ? Turns.IndexOf(parts[0][0], StringComparison.Ordinal) : -1;
            if (turn > 0 || (turn == 0 && parts.Length == 3))
            {
                turns.Add(((JournalTurn)turn, turn == 0 ? JournalStep.From(parts[1], parts[2], idOf) : null));
            }
        }

        return turns;
    }

    /// <summary>Begins anew with the steps that count, the oldest left out where they are many.</summary>
    public void Begin(IEnumerable<JournalStep> done, IEnumerable<JournalStep> undone)
    {
        if (slot is null)
        {
            return;
        }

        var (kept, ahead) = (done.TakeLast(MostSteps).ToList(), undone.ToList());
        var aside = path + ".nieuw";
        using (var output = new StreamWriter(aside, append: false, new UTF8Encoding(false)) { NewLine = "\n" })
        {
            foreach (var step in kept.Concat(Enumerable.Reverse(ahead)))
            {
                output.WriteLine(LineOf(step));
            }

            ahead.ForEach(_ => output.WriteLine(Turns[(int)JournalTurn.Undo]));
        }

        File.Move(aside, path, overwrite: true);
        log = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
    }

    /// <summary>Notes a new step.</summary>
    public JournalStep Write(ReviewStep step)
    {
        var noted = JournalStep.Of(step);
        Append(LineOf(noted));
        return noted;
    }

    /// <summary>Notes what happened to a step.</summary>
    public void Write(JournalTurn turn) => Append(Turns[(int)turn].ToString());

    /// <inheritdoc/>
    public void Dispose()
    {
        log?.Dispose();
        slot?.Dispose();
    }

    private static string LineOf(JournalStep step) => $"+\t{step.Label}\t{step.Line}";

    private void Append(string line)
    {
        if (log is null)
        {
            return;
        }

        try
        {
            log.Write(Encoding.UTF8.GetBytes(line + "\n"));
            log.Flush();
        }
        catch (IOException)
        {
            // The decisions themselves are what counts; without its journal a step lasts as long as the server.
            log.Dispose();
            log = null;
        }
    }

    /// <summary>A name that any file system takes, the same for the same reviewer.</summary>
    private static string NameOf(string reviewer)
    {
        var name = string.Concat(reviewer.Trim().ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        return name.Length is > 0 and <= 60 && name.All(c => c != '-') ? name
            : $"{name[..Math.Min(40, name.Length)]}-{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(reviewer)))[..8]}";
    }
}
