using System.Buffers.Binary;

namespace WooPipeline.Formats.Image;

/// <summary>A Windows bitmap without compression as pixels: 1, 4, 8, 24 or 32 bits.</summary>
internal static class BmpImage
{
    /// <summary>Red, green and blue of each pixel; null where the file is damaged, packed or larger than the limit.</summary>
    public static (byte[] Pixels, int Width, int Height)? Read(ReadOnlySpan<byte> bmp, ReadLimits limits)
    {
        if (bmp.Length < 54 || !bmp.StartsWith("BM"u8))
        {
            return null;
        }

        var (data, head) = (BinaryPrimitives.ReadUInt32LittleEndian(bmp[10..]), BinaryPrimitives.ReadUInt32LittleEndian(bmp[14..]));
        var (width, height) = (BinaryPrimitives.ReadInt32LittleEndian(bmp[18..]), BinaryPrimitives.ReadInt32LittleEndian(bmp[22..]));
        var (bits, packing) = (BinaryPrimitives.ReadUInt16LittleEndian(bmp[28..]), BinaryPrimitives.ReadUInt32LittleEndian(bmp[30..]));
        var rows = Math.Abs((long)height);
        if (head < 40 || width <= 0 || rows == 0 || (packing != 0 && !(packing == 3 && bits == 32)) || bits is not (1 or 4 or 8 or 24 or 32) || width * rows * 3 > limits.MaxFileBytes)
        {
            return null;
        }

        var stride = ((((long)width * bits) + 31) / 32) * 4;
        var pixels = new byte[width * rows * 3];
        for (var y = 0; y < rows; y++)
        {
            limits.Check();
            var at = data + (stride * (height > 0 ? rows - 1 - y : y));
            if (at + stride > bmp.Length)
            {
                return null;
            }

            Row(bmp.Slice((int)at, (int)stride), bits, bmp[(int)Math.Min(14 + head, (uint)bmp.Length)..], pixels.AsSpan(y * width * 3, width * 3));
        }

        return (pixels, width, (int)rows);
    }

    private static void Row(ReadOnlySpan<byte> line, int bits, ReadOnlySpan<byte> colours, Span<byte> target)
    {
        for (var x = 0; x * 3 < target.Length; x++)
        {
            var colour = bits >= 24 ? line.Slice(x * bits / 8, 3) : Colour(colours, (line[x * bits / 8] >> (8 - bits - (x * bits % 8))) & ((1 << bits) - 1));
            (target[x * 3], target[(x * 3) + 1], target[(x * 3) + 2]) = (colour[2], colour[1], colour[0]);
        }
    }

    private static ReadOnlySpan<byte> Colour(ReadOnlySpan<byte> colours, int index) => (index * 4) + 3 <= colours.Length ? colours.Slice(index * 4, 3) : [0xFF, 0xFF, 0xFF];
}
