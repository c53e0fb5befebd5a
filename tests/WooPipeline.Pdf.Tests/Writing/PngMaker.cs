using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace WooPipeline.Pdf.Tests.Writing;

/// <summary>Makes small PNGs of any colour type and depth, whose samples grow from the top left.</summary>
internal static class PngMaker
{
    private static readonly uint[] Table = MakeTable();

    /// <summary>An image; sample k of a pixel has the value (x + 3y + 5k) within its depth.</summary>
    public static byte[] Make(int width, int height, int type, int depth, bool interlaced = false, byte[]? transparency = null, int filter = 0)
    {
        var rows = new MemoryStream();
        (int X, int Y, int StepX, int StepY)[] passes = interlaced
            ? [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
            : [(0, 0, 1, 1)];
        foreach (var pass in passes)
        {
            byte[]? above = null;
            for (var y = pass.Y; y < height && pass.X < width; y += pass.StepY)
            {
                var row = Row(Enumerable.Range(0, width).Where(x => x >= pass.X && (x - pass.X) % pass.StepX == 0), y, type, depth);
                rows.WriteByte((byte)filter);
                rows.Write(Filter(row, above ?? new byte[row.Length], filter, Math.Max(1, Channels(type) * depth / 8)));
                above = row;
            }
        }

        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(rows.ToArray());
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)depth, (byte)type, (byte)(interlaced ? 1 : 0));
        byte[] palette = [.. Enumerable.Range(0, 256).SelectMany(i => new[] { (byte)i, (byte)(255 - i), (byte)(i / 2) })];
        return
        [
            0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10,
            .. Chunk("IHDR", header),
            .. type == 3 ? Chunk("PLTE", palette[..(3 * (1 << depth))]) : [],
            .. transparency is null ? [] : Chunk("tRNS", transparency),
            .. Chunk("tEXt", Encoding.ASCII.GetBytes("Author\0geheim")),
            .. Chunk("IDAT", packed.ToArray()),
            .. Chunk("IEND", []),
        ];
    }

    public static int Channels(int type) => type switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    /// <summary>A sample's value.</summary>
    public static int Sample(int x, int y, int channel, int depth) =>
        depth == 16 ? ((x + (3 * y) + (5 * channel)) * 2049) & 0xFFFF : ((x + (3 * y) + (5 * channel)) * (depth == 8 ? 9 : 1)) & ((1 << depth) - 1);

    private static byte[] Row(IEnumerable<int> columns, int y, int type, int depth)
    {
        var bits = new List<int>();
        foreach (var x in columns)
        {
            for (var c = 0; c < Channels(type); c++)
            {
                var value = Sample(x, y, c, depth);
                for (var b = depth - 1; b >= 0; b--)
                {
                    bits.Add((value >> b) & 1);
                }
            }
        }

        var row = new byte[(bits.Count + 7) / 8];
        for (var i = 0; i < bits.Count; i++)
        {
            row[i / 8] |= (byte)(bits[i] << (7 - (i % 8)));
        }

        return row;
    }

    private static byte[] Filter(byte[] row, byte[] above, int filter, int step)
    {
        var result = new byte[row.Length];
        for (var i = 0; i < row.Length; i++)
        {
            int left = i >= step ? row[i - step] : 0, up = above[i], corner = i >= step ? above[i - step] : 0;
            int a = Math.Abs(up - corner), b = Math.Abs(left - corner), c = Math.Abs(left + up - (2 * corner));
            var paeth = a <= b && a <= c ? left : b <= c ? up : corner;
            result[i] = (byte)(row[i] - filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => paeth, _ => 0 });
        }

        return result;
    }

    private static byte[] Chunk(string name, byte[] data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(name, chunk.AsSpan(4));
        data.CopyTo(chunk, 8);
        var crc = 0xFFFFFFFFu;
        foreach (var b in chunk.AsSpan(4, 4 + data.Length))
        {
            crc = Table[(crc ^ b) & 0xFF] ^ (crc >> 8);
        }

        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), ~crc);
        return chunk;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var n = 0u; n < 256; n++)
        {
            var c = n;
            for (var k = 0; k < 8; k++)
            {
                c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
            }

            table[n] = c;
        }

        return table;
    }
}
