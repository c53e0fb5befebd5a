using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using WooPipeline.Pipeline;

namespace WooPipeline.Cluster;

/// <summary>A runner without a broker or a store: tasks are done at once, from nothing but what was shared and their own bytes.</summary>
internal sealed class MemoryRunner(Func<TaskCall, bool>? fails = null) : ITaskRunner, IDisposable
{
    private readonly ConcurrentDictionary<string, byte[]> files = new(StringComparer.Ordinal);
    private readonly DossierTasks tasks = new();

    /// <summary>How many tasks each stage had.</summary>
    public ConcurrentDictionary<string, int> Stages { get; } = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Share(ReadOnlyMemory<byte> content)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        files.TryAdd(hash, content.ToArray());
        return hash;
    }

    /// <inheritdoc/>
    public bool ShareFile(string path, string sha256) => Share(File.ReadAllBytes(path)) == sha256;

    /// <inheritdoc/>
    public bool Has(FilePart part) => files.ContainsKey(part.File);

    /// <inheritdoc/>
    public void Run(TaskBatch batch, CancellationToken stop) =>
        Parallel.For(0, batch.Count, i =>
        {
            if (batch.Input(batch.Count - 1 - i) is not { IsWanted: true, Bytes: var input })
            {
                return;
            }

            Stages.AddOrUpdate(batch.Stage, 1, (_, n) => n + 1);
            var call = new TaskCall(batch.Stage, batch.Shared, input);
            if (fails?.Invoke(call) ?? false)
            {
                batch.Done(batch.Count - 1 - i, null);
                return;
            }

            using var output = new MemoryStream();
            using var view = new View(files);
            tasks.Do(call, view, output);
            var name = "r" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(batch.Stage + Convert.ToHexString(input) + string.Concat(batch.Shared))));

            // Results lie with others in one file: what was written of this one starts somewhere in it.
            files[name] = [1, 2, 3, .. output.ToArray()];
            output.Position = 0;
            batch.Done(batch.Count - 1 - i, new TaskOutput(name, 3, output));
        });

    /// <inheritdoc/>
    public void Dispose() => tasks.Dispose();

    private sealed class View(ConcurrentDictionary<string, byte[]> files) : ITaskFiles, IDisposable
    {
        private readonly TemporaryFolder folder = new();

        public byte[] Shared(string hash) => files[hash];

        public byte[] Read(FilePart part)
        {
            var bytes = files[part.File].AsSpan((int)part.Offset, part.Length);
            Assert.Equal(part.Check, Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8)), ignoreCase: false);
            return bytes.ToArray();
        }

        public string Fetch(string hash)
        {
            var path = folder.File("bron");
            File.WriteAllBytes(path, files[hash]);
            return path;
        }

        public void Dispose() => folder.Dispose();
    }
}
