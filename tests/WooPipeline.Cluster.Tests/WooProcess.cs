using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace WooPipeline.Cluster;

/// <summary>A running <c>woo</c>, with what it has told so far.</summary>
internal sealed class WooProcess : IDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();

    public WooProcess(IReadOnlyDictionary<string, string> environment, params string[] arguments)
        : this(Woo.Start(environment, arguments))
    {
    }

    public WooProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>All lines so far, of both outputs.</summary>
    public IEnumerable<string> Lines => lines;

    /// <summary>All of it as one text.</summary>
    public string Text => string.Join('\n', lines);

    /// <summary>True where it has ended.</summary>
    public bool HasExited => process.HasExited;

    /// <summary>Kills it.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Asks it to end, and gives its exit code.</summary>
    public int Terminate()
    {
        ExternalTool.Run("kill", "-TERM", process.Id.ToString(CultureInfo.InvariantCulture));
        return Wait(TimeSpan.FromMinutes(1));
    }

    /// <summary>Waits until it ends, and gives its exit code.</summary>
    public int Wait(TimeSpan time)
    {
        Assert.True(process.WaitForExit(time), "it did not end in time: " + Text);
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    private void Hear(object sender, DataReceivedEventArgs e)
    {
        if (e.Data is not null)
        {
            lines.Enqueue(e.Data);
        }
    }
}
