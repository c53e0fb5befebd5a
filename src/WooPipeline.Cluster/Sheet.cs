using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using WooPipeline.Pipeline;

namespace WooPipeline.Cluster;

/// <summary>The inputs of some tasks of one stage as one file: fewer files, and one message for all of them that needs no more than the file's hash.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Shared">Hashes of what the tasks share.</param>
/// <param name="Inputs">Their inputs.</param>
internal sealed record Sheet(string Stage, ImmutableArray<string> Shared, ImmutableArray<byte[]> Inputs)
{
    /// <summary>The hash of a task: it follows from the build as well, since other code may give another result.</summary>
    public static string TaskOf(string build, string stage, ImmutableArray<string> shared, byte[] input)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{build}\n{stage}\n{string.Join(' ', shared)}\n"));
        hash.AppendData(input);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What names the result of all tasks of a sheet.</summary>
    /// <param name="build">The build.</param>
    /// <param name="sheet">Hash of the sheet.</param>
    public static string TaskOfAll(string build, string sheet) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{build}\n{sheet}")));

    public static Sheet Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, writable: false));
        var stage = reader.ReadString();
        ImmutableArray<string> shared = [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString())];
        return new Sheet(stage, shared, [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadBytes(reader.ReadInt32()))]);
    }

    /// <summary>The hash of the task at a place.</summary>
    public string TaskAt(int place) => TaskOf(Topology.Build, Stage, Shared, Inputs[place]);

    /// <summary>The task at a place.</summary>
    public TaskCall CallAt(int place) => new(Stage, Shared, Inputs[place]);

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Stage);
        writer.Write(Shared.Length);
        foreach (var hash in Shared)
        {
            writer.Write(hash);
        }

        writer.Write(Inputs.Length);
        foreach (var input in Inputs)
        {
            writer.Write(input.Length);
            writer.Write(input);
        }

        writer.Flush();
        return bytes.ToArray();
    }
}
