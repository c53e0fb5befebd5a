using System.Buffers.Binary;

namespace WooPipeline.Pdf.Filters;

/// <summary>
/// Decodes JPEG images, sequential and progressive with Huffman codes and 8 bits (ITU-T T.81), so that their pixels can be
/// cleared. Colours come out as stored in a PDF: grey, RGB or CMYK.
/// </summary>
internal sealed class JpegDecoder
{
    private const long MaxPixels = 200_000_000;
    private readonly byte[] data;
    private readonly int[][] quantisers = [new int[64], new int[64], new int[64], new int[64]];
    private readonly JpegHuffman?[] dc = new JpegHuffman?[4];
    private readonly JpegHuffman?[] ac = new JpegHuffman?[4];
    private JpegComponent[] components = [];
    private int restartEach;
    private int adobe = -1;
    private bool isProgressive;

    private JpegDecoder(byte[] data) => this.data = data;

    public int Width { get; private set; }

    public int Height { get; private set; }

    public int Components => components.Length;

    /// <summary>Pixels by rows, one byte a component.</summary>
    public byte[] Pixels { get; private set; } = [];

    /// <summary>Decodes; null where the image is of another kind or beyond use.</summary>
    /// <param name="source">The file.</param>
    /// <param name="transform">The filter's <c>ColorTransform</c>; -1 where it has none.</param>
    public static JpegDecoder? TryDecode(ReadOnlyMemory<byte> source, int transform = -1)
    {
        var decoder = new JpegDecoder(source.ToArray());
        return decoder.Read() && decoder.Finish(transform) ? decoder : null;
    }

    private bool Read()
    {
        var at = Array.IndexOf(data, (byte)0xD8) + 1;
        while (at + 4 <= data.Length)
        {
            if (data[at] != 0xFF || data[at + 1] is 0 or 0xFF)
            {
                at++;
                continue;
            }

            var marker = data[at + 1];
            if (marker == 0xD9)
            {
                break;
            }

            if (marker is 0x01 or (>= 0xD0 and <= 0xD8))
            {
                at += 2;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at + 2));
            var end = Math.Min(at + 2 + length, data.Length);
            if (!Segment(marker, data.AsSpan(at + 4, Math.Max(0, end - at - 4))))
            {
                return false;
            }

            at = marker == 0xDA ? Scan(data.AsSpan(at + 4, end - at - 4), end) : end;
        }

        return components.Length > 0;
    }

    private bool Segment(byte marker, ReadOnlySpan<byte> body)
    {
        switch (marker)
        {
            case 0xC0 or 0xC1 or 0xC2:
                isProgressive = marker == 0xC2;
                return Frame(body);
            case 0xC4:
                Huffman(body);
                return true;
            case 0xDB:
                Quantisers(body);
                return true;
            case 0xDD when body.Length >= 2:
                restartEach = BinaryPrimitives.ReadUInt16BigEndian(body);
                return true;
            case 0xEE when body.Length >= 12 && body.StartsWith("Adobe"u8):
                adobe = body[11];
                return true;
            default:
                return marker is not (0xC3 or (>= 0xC5 and <= 0xC7) or (>= 0xC9 and <= 0xCB) or (>= 0xCD and <= 0xCF));
        }
    }

    private bool Frame(ReadOnlySpan<byte> body)
    {
        if (body.Length < 6 || body[0] != 8 || body.Length < 6 + (3 * body[5]) || body[5] is not (1 or 3 or 4))
        {
            return false;
        }

        Height = BinaryPrimitives.ReadUInt16BigEndian(body[1..]);
        Width = BinaryPrimitives.ReadUInt16BigEndian(body[3..]);
        if (Width == 0 || Height == 0 || (long)Width * Height > MaxPixels)
        {
            return false;
        }

        components = new JpegComponent[body[5]];
        for (var c = 0; c < components.Length; c++)
        {
            var entry = body[(6 + (3 * c))..];
            components[c] = new JpegComponent(entry[0], Math.Clamp(entry[1] >> 4, 1, 4), Math.Clamp(entry[1] & 15, 1, 4), entry[2] & 3);
        }

        var (h, v) = (components.Max(c => c.H), components.Max(c => c.V));
        foreach (var component in components)
        {
            component.Size(Width, Height, h, v);
        }

        return true;
    }

    private void Huffman(ReadOnlySpan<byte> body)
    {
        while (body.Length >= 17)
        {
            var total = 0;
            foreach (var count in body.Slice(1, 16))
            {
                total += count;
            }

            total = Math.Min(total, body.Length - 17);
            var table = new JpegHuffman(body.Slice(1, 16), body.Slice(17, total).ToArray());
            (body[0] >> 4 == 0 ? dc : ac)[body[0] & 3] = table;
            body = body[(17 + total)..];
        }
    }

    private void Quantisers(ReadOnlySpan<byte> body)
    {
        while (body.Length >= 65)
        {
            var isWide = body[0] >> 4 != 0;
            var size = isWide ? 128 : 64;
            if (body.Length < 1 + size)
            {
                return;
            }

            for (var i = 0; i < 64; i++)
            {
                quantisers[body[0] & 3][i] = isWide ? BinaryPrimitives.ReadUInt16BigEndian(body[(1 + (2 * i))..]) : body[1 + i];
            }

            body = body[(1 + size)..];
        }
    }

    private int Scan(ReadOnlySpan<byte> header, int start)
    {
        if (header.Length < 4 || header.Length < 4 + (2 * header[0]))
        {
            return start;
        }

        var parts = new List<JpegComponent>();
        for (var i = 0; i < header[0]; i++)
        {
            var id = header[1 + (2 * i)];
            if (Array.Find(components, c => c.Id == id) is { } component)
            {
                component.Dc = dc[(header[2 + (2 * i)] >> 4) & 3];
                component.Ac = ac[header[2 + (2 * i)] & 3];
                parts.Add(component);
            }
        }

        var rest = header[(1 + (2 * header[0]))..];
        var scan = new JpegScan(isProgressive, rest[0], Math.Min((int)rest[1], 63), rest[2] >> 4, rest[2] & 15, restartEach);
        var bits = new JpegBits(data, start);
        scan.Run(ref bits, parts, components.Max(c => c.H), components.Max(c => c.V), Width, Height);
        return bits.Position;
    }

    private bool Finish(int transform)
    {
        var planes = components.Select(c => c.Samples(quantisers[c.Quantiser])).ToArray();
        var (h, v) = (components.Max(c => c.H), components.Max(c => c.V));
        var count = components.Length;
        Pixels = new byte[Width * Height * count];
        for (var c = 0; c < count; c++)
        {
            var component = components[c];
            for (var y = 0; y < Height; y++)
            {
                var row = y * component.V / v * component.Stride;
                for (var x = 0; x < Width; x++)
                {
                    Pixels[(((y * Width) + x) * count) + c] = planes[c][row + (x * component.H / h)];
                }
            }
        }

        var isTransformed = adobe >= 0 ? adobe != 0 : transform >= 0 ? transform != 0 : count == 3;
        if (isTransformed && count >= 3)
        {
            ToRgb(count);
        }

        return true;
    }

    /// <summary>From luminance and colour differences; four components are inverted CMY with black as it is.</summary>
    private void ToRgb(int count)
    {
        for (var i = 0; i + 2 < Pixels.Length; i += count)
        {
            double y = Pixels[i];
            double cb = Pixels[i + 1] - 128;
            double cr = Pixels[i + 2] - 128;
            var (r, g, b) = (Clamp(y + (1.402 * cr)), Clamp(y - (0.344136 * cb) - (0.714136 * cr)), Clamp(y + (1.772 * cb)));
            (Pixels[i], Pixels[i + 1], Pixels[i + 2]) = count == 4 ? ((byte)(255 - r), (byte)(255 - g), (byte)(255 - b)) : (r, g, b);
        }
    }

    private static byte Clamp(double value) => (byte)Math.Clamp(Math.Round(value), 0, 255);
}
