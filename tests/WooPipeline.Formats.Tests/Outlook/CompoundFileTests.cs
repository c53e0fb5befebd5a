using System.Buffers.Binary;
using System.Text;
using WooPipeline.Formats.Outlook;

namespace WooPipeline.Formats.Tests.Outlook;

public sealed class CompoundFileTests
{
    /// <summary>A file of version 4: sectors of 4096 bytes; table, directory, small streams and one large stream.</summary>
    private static byte[] Version4()
    {
        var file = new byte[4096 * 8];
        ReadOnlySpan<byte> signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        signature.CopyTo(file);
        Short(file, 26, 4);
        Short(file, 28, 0xFFFE);
        Short(file, 30, 12);
        Short(file, 32, 6);
        Int(file, 44, 1);
        Int(file, 48, 1);
        Int(file, 56, 4096);
        Int(file, 60, 2);
        Int(file, 64, 1);
        Int(file, 68, 0xFFFFFFFE);
        Int(file, 76, 0);
        for (var i = 1; i < 109; i++)
        {
            Int(file, 76 + (4 * i), 0xFFFFFFFF);
        }

        uint[] table = [0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFE, 0xFFFFFFFE, 5, 0xFFFFFFFE];
        for (var i = 0; i < 1024; i++)
        {
            Int(file, 4096 + (4 * i), i < table.Length ? table[i] : 0xFFFFFFFF);
            Int(file, (4096 * 3) + (4 * i), 0xFFFFFFFE);
        }

        Entry(file, 0, "Root Entry", 5, child: 1, start: 3, size: 64);
        Entry(file, 1, "klein", 2, right: 2, start: 0, size: 5);
        Entry(file, 2, "groot", 2, start: 4, size: 5000);
        "hallo"u8.CopyTo(file.AsSpan(4096 * 4));
        file.AsSpan(4096 * 5, 5000).Fill((byte)'x');
        return file;
    }

    [Fact]
    public void Small_and_large_streams_of_version_4_are_read()
    {
        var root = CompoundFile.Open(Version4()).Root;
        Assert.Equal(["groot", "klein"], root.Streams);
        Assert.Equal("hallo", Encoding.ASCII.GetString(root.Stream("klein")!.Value.Span));
        Assert.Equal(new string('x', 5000), Encoding.ASCII.GetString(root.Stream("groot")!.Value.Span));
    }

    private static void Entry(byte[] file, int index, string name, byte kind, uint right = 0xFFFFFFFF, uint child = 0xFFFFFFFF, uint start = 0, long size = 0)
    {
        var at = (4096 * 2) + (128 * index);
        Encoding.Unicode.GetBytes(name).CopyTo(file, at);
        Short(file, at + 64, (ushort)((name.Length + 1) * 2));
        file[at + 66] = kind;
        Int(file, at + 68, 0xFFFFFFFF);
        Int(file, at + 72, right);
        Int(file, at + 76, child);
        Int(file, at + 116, start);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(at + 120), size);
    }

    private static void Short(byte[] file, int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), value);

    private static void Int(byte[] file, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);
}
