using System.Buffers.Binary;

namespace WooPipeline.Cluster;

/// <summary>Tasks as they go over the broker: hashes, a place in a list and a count, nothing else.</summary>
/// <param name="Run">Name of the run: a keyed hash, 32 hex digits.</param>
/// <param name="Task">What names the result, 64 hex digits: the hash of one task, or of all tasks of a sheet.</param>
/// <param name="Sheet">Hash of the shared list that holds the inputs, 64 hex digits.</param>
/// <param name="Place">The task's place in that list, or <see cref="All"/>.</param>
/// <param name="Tried">How often the task was tried with the others of its sheet, before it went by itself.</param>
internal sealed record TaskMessage(string Run, string Task, string Sheet, int Place, int Tried)
{
    /// <summary>The place of all tasks of a sheet.</summary>
    public const int All = -1;

    private const int Length = 16 + 32 + 32 + 4 + 1;

    /// <summary>True for all tasks of a sheet.</summary>
    public bool IsAll => Place == All;

    /// <summary>Reads a message; null where it is none.</summary>
    public static TaskMessage? Read(ReadOnlySpan<byte> bytes) => bytes.Length != Length ? null : new TaskMessage(
        Convert.ToHexStringLower(bytes[..16]), Convert.ToHexStringLower(bytes[16..48]), Convert.ToHexStringLower(bytes[48..80]), BinaryPrimitives.ReadInt32LittleEndian(bytes[80..]), bytes[84]);

    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        Convert.FromHexString(Run).CopyTo(bytes, 0);
        Convert.FromHexString(Task).CopyTo(bytes, 16);
        Convert.FromHexString(Sheet).CopyTo(bytes, 48);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(80), Place);
        bytes[84] = (byte)Tried;
        return bytes;
    }
}
