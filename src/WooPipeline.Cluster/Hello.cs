using System.Text.Json;

namespace WooPipeline.Cluster;

/// <summary>What a run and a worker tell of themselves every few seconds: nothing of a dossier, no name of a machine.</summary>
/// <param name="IsWorker">A worker; else a run.</param>
/// <param name="Id">A random name for as long as the process lives.</param>
/// <param name="Build">Hash of its build and of the programs it has.</param>
/// <param name="Tools">Those programs.</param>
/// <param name="Store">Keyed hash of its store.</param>
/// <param name="Jobs">How many tasks it does at once.</param>
/// <param name="InHand">How many it has in hand.</param>
/// <param name="Done">How many it has done.</param>
internal sealed record Hello(bool IsWorker, string Id, string Build, string Tools, string Store, int Jobs, int InHand, long Done)
{
    /// <summary>How often it is told.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    /// <summary>Silent for longer means gone.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(10);

    /// <summary>Reads it; null where it is none.</summary>
    public static Hello? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize<Hello>(bytes);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this);
}
