using System.Globalization;

namespace WooPipeline.Cluster;

/// <summary>A worker's own folder for what it copies, which only its user can look into. What a worker that was killed left is cleared by the next.</summary>
internal sealed class WorkerFolder : IDisposable
{
    private const string Prefix = "woo-werker-";

    public WorkerFolder()
    {
        foreach (var old in Directory.GetDirectories(System.IO.Path.GetTempPath(), Prefix + "*").Where(IsLeft))
        {
            Remove(old);
        }

        Path = Directory.CreateTempSubdirectory(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-")).FullName;
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public void Dispose() => Remove(Path);

    private static bool IsLeft(string folder)
    {
        var name = System.IO.Path.GetFileName(folder)[Prefix.Length..];
        return int.TryParse(name.AsSpan(0, Math.Max(0, name.IndexOf('-', StringComparison.Ordinal))), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && !System.Diagnostics.Process.GetProcesses().Any(p => p.Id == id);
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's, or being cleared by another worker.
        }
    }
}
