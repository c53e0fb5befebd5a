using System.Buffers.Binary;

namespace WooPipeline.Cluster;

/// <summary>A task as it goes over the broker: hashes and a place in a list, nothing else.</summary>
/// <param name="Run">Name of the run: a keyed hash, 32 hex digits.</param>
/// <param name="Task">Hash of the stage, of what it shares and of its input, 64 hex digits.</param>
/// <param name="Sheet">Hash of the shared list that holds the input, 64 hex digits.</param>
/// <param name="Place">Its place in that list.</param>
internal sealed record TaskMessage(string Run, string Task, string Sheet, int Place)
{
    private const int Length = 16 + 32 + 32 + 4;

    /// <summary>Reads a message; null where it is none.</summary>
    public static TaskMessage? Read(ReadOnlySpan<byte> bytes) => bytes.Length != Length ? null : new TaskMessage(
        Convert.ToHexStringLower(bytes[..16]), Convert.ToHexStringLower(bytes[16..48]), Convert.ToHexStringLower(bytes[48..80]), BinaryPrimitives.ReadInt32LittleEndian(bytes[80..]));

    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        Convert.FromHexString(Run).CopyTo(bytes, 0);
        Convert.FromHexString(Task).CopyTo(bytes, 16);
        Convert.FromHexString(Sheet).CopyTo(bytes, 48);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(80), Place);
        return bytes;
    }
}
