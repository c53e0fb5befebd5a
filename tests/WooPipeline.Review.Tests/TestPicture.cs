using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using WooPipeline.Documents;

namespace WooPipeline.Review.Tests;

/// <summary>A PNG with a red left half and a blue right half.</summary>
internal static class TestPicture
{
    public const int Width = 400;
    public const int Height = 200;

    public static ImageContent Image => new([.. Png()], "image/png", "Een foto") { Width = 300, Height = 150 };

    public static byte[] Png()
    {
        using var output = new MemoryStream();
        output.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        (header[8], header[9]) = (8, 2);
        Chunk(output, "IHDR"u8, header);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var y = 0; y < Height; y++)
            {
                zlib.WriteByte(0);
                for (var x = 0; x < Width; x++)
                {
                    zlib.Write(x < Width / 2 ? [255, 0, 0] : [0, 0, 255]);
                }
            }
        }

        Chunk(output, "IDAT"u8, packed.ToArray());
        Chunk(output, "IEND"u8, []);
        return output.ToArray();
    }

    private static void Chunk(MemoryStream output, ReadOnlySpan<byte> name, byte[] data)
    {
        byte[] all = [.. name, .. data];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        output.Write(number);
        output.Write(all);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(all));
        output.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var i = 0; i < 8; i++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
            }
        }

        return ~crc;
    }
}
