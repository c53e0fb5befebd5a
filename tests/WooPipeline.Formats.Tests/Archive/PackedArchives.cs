using System.Buffers.Binary;
using System.Text;
using SharpCompress.Writers.SevenZip;

namespace WooPipeline.Formats.Tests.Archive;

/// <summary>Makes small 7z and rar files.</summary>
internal static class PackedArchives
{
    public static byte[] SevenZip(params (string Name, byte[] Content)[] files)
    {
        using var stream = new MemoryStream();
        using (var writer = new SevenZipWriter(stream, new SevenZipWriterOptions()))
        {
            foreach (var (name, content) in files)
            {
                writer.Write(name, new MemoryStream(content), new DateTime(2024, 1, 2, 0, 0, 0, DateTimeKind.Utc));
            }
        }

        return stream.ToArray();
    }

    /// <summary>A 7z of which the list of contents is encrypted (7zFormat.txt: kEncodedHeader, one folder with the coder 7zAES).</summary>
    public static byte[] EncryptedSevenZip()
    {
        byte[] packed = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
        byte[] header =
        [
            0x17,
            0x06, 0x00, 0x01, 0x09, 0x10, 0x00, // one packed stream of 16 bytes
            0x07, 0x0B, 0x01, 0x00, 0x01, 0x24, 0x06, 0xF1, 0x07, 0x01, 0x01, 0x13, 0x0C, 0x10, 0x00, // one folder, one coder
            0x00,
        ];
        var start = new byte[20];
        BinaryPrimitives.WriteInt64LittleEndian(start, packed.Length);
        BinaryPrimitives.WriteInt64LittleEndian(start.AsSpan(8), header.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(start.AsSpan(16), Crc(header));
        return [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4, .. BitConverter.GetBytes(Crc(start)), .. start, .. packed, .. header];
    }

    /// <summary>A rar of version 4 of which the files are stored as they are.</summary>
    public static byte[] Rar(bool encrypted, params (string Name, byte[] Content)[] files)
    {
        using var stream = new MemoryStream();
        stream.Write("Rar!\x1A\x07\0"u8);
        Block(stream, 0x73, 0, new byte[6]);
        foreach (var (name, content) in files)
        {
            var encoded = Encoding.ASCII.GetBytes(name);
            var head = new byte[25];
            BinaryPrimitives.WriteInt32LittleEndian(head, content.Length);
            BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), content.Length);
            head[8] = 3;
            BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(9), Crc(content));
            BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(13), 0x58220000);
            head[17] = 20;
            head[18] = 0x30;
            BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(19), (ushort)encoded.Length);
            Block(stream, 0x74, (ushort)(0x8000 | (encrypted ? 4 : 0)), [.. head, .. encoded]);
            stream.Write(content);
        }

        Block(stream, 0x7B, 0x4000, []);
        return stream.ToArray();
    }

    private static void Block(MemoryStream stream, byte type, ushort flags, byte[] rest)
    {
        byte[] head = [type, (byte)flags, (byte)(flags >> 8), (byte)(rest.Length + 7), (byte)((rest.Length + 7) >> 8), .. rest];
        var crc = Crc(head);
        stream.Write([(byte)crc, (byte)(crc >> 8), .. head]);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : 0xEDB88320u);
            }
        }

        return ~crc;
    }
}
