using System.Buffers.Binary;

namespace WooPipeline.Pdf.Writing;

/// <summary>
/// A JPEG as it is passed on (ITU-T T.81): its pixels stay as they are; comments, EXIF (places, thumbnails, serial numbers),
/// XMP and all other application segments but Adobe's colour mark are cut out.
/// </summary>
internal sealed record JpegImage(ReadOnlyMemory<byte> Data, int StoredWidth, int StoredHeight, int Components, int Orientation, bool IsInverted)
{
    private const long MostPixels = 200_000_000;

    /// <summary>Width as it is seen, after turning.</summary>
    public int Width => Orientation >= 5 ? StoredHeight : StoredWidth;

    /// <summary>Height as it is seen, after turning.</summary>
    public int Height => Orientation >= 5 ? StoredWidth : StoredHeight;

    /// <summary>Reads an image; null where the bytes are no JPEG that a PDF can hold (ISO 32000-1 §7.4.8).</summary>
    public static JpegImage? TryRead(ReadOnlyMemory<byte> data)
    {
        var span = data.Span;
        if (span.Length < 4 || span[0] != 0xFF || span[1] != 0xD8)
        {
            return null;
        }

        var kept = new MemoryStream(span.Length);
        kept.Write(span[..2]);
        var header = new Header();
        for (var at = 2; at + 4 <= span.Length && span[at] == 0xFF;)
        {
            var marker = span[at + 1];
            if (marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += marker == 0xFF ? 1 : 2; // padding, or a mark without a segment
                continue;
            }

            if (marker == 0xDA)
            {
                return Finish(span[at..], kept, header);
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(span[(at + 2)..]);
            if (length < 2 || at + 2 + length > span.Length || !header.Take(marker, span.Slice(at + 4, length - 2)))
            {
                return null;
            }

            if (IsKept(marker, span.Slice(at + 4, length - 2)))
            {
                kept.Write(span.Slice(at, 2 + length));
            }

            at += 2 + length;
        }

        return null;
    }

    /// <summary>Tables and frames are kept; of application segments and comments only Adobe's mark.</summary>
    private static bool IsKept(byte marker, ReadOnlySpan<byte> body) =>
        marker is not ((>= 0xE0 and <= 0xEF) or 0xFE) || (marker == 0xEE && body.StartsWith("Adobe"u8));

    private static JpegImage? Finish(ReadOnlySpan<byte> scans, MemoryStream kept, Header header)
    {
        if (header.Width == 0)
        {
            return null;
        }

        CopyScans(scans, kept);
        return new JpegImage(kept.ToArray(), header.Width, header.Height, header.Components, header.Orientation, header.IsAdobe && header.Components == 4);
    }

    /// <summary>Copies scans and the tables between them; stops at the end mark, so that nothing hides behind it.</summary>
    private static void CopyScans(ReadOnlySpan<byte> data, MemoryStream kept)
    {
        var at = 0;
        while (at + 4 <= data.Length && data[at] == 0xFF && data[at + 1] != 0xD9)
        {
            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(data[(at + 2)..]);
            if (at + length > data.Length)
            {
                break;
            }

            if (IsKept(data[at + 1], []))
            {
                kept.Write(data.Slice(at, length));
            }

            var isScan = data[at + 1] == 0xDA;
            at += length;
            var coded = isScan ? CodedLength(data[at..]) : 0;
            kept.Write(data.Slice(at, coded));
            at += coded;
        }

        kept.Write([0xFF, 0xD9]);
    }

    private static int CodedLength(ReadOnlySpan<byte> data)
    {
        for (var i = 0; i + 1 < data.Length; i++)
        {
            if (data[i] == 0xFF && data[i + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return i;
            }
        }

        return data.Length;
    }

    /// <summary>What the segments before the first scan say.</summary>
    private sealed class Header
    {
        public int Width { get; private set; }

        public int Height { get; private set; }

        public int Components { get; private set; }

        public int Orientation { get; private set; } = 1;

        public bool IsAdobe { get; private set; }

        /// <summary>Takes in a segment; false where no filter of PDF reads such an image.</summary>
        public bool Take(byte marker, ReadOnlySpan<byte> body)
        {
            switch (marker)
            {
                case 0xC0 or 0xC1 or 0xC2:
                    return TakeFrame(body);
                case 0xC3 or (>= 0xC5 and <= 0xC7) or (>= 0xC9 and <= 0xCB) or (>= 0xCD and <= 0xCF):
                    return false; // lossless, hierarchical or arithmetic
                case 0xE1:
                    Orientation = ExifOrientation.Of(body) is > 0 and var found ? found : Orientation;
                    return true;
                case 0xEE:
                    IsAdobe |= body.StartsWith("Adobe"u8);
                    return true;
                default:
                    return true;
            }
        }

        private bool TakeFrame(ReadOnlySpan<byte> body)
        {
            if (body.Length < 6 || body[0] != 8)
            {
                return false;
            }

            (Width, Height, Components) = (BinaryPrimitives.ReadUInt16BigEndian(body[3..]), BinaryPrimitives.ReadUInt16BigEndian(body[1..]), body[5]);
            return Width > 0 && Height > 0 && Components is (1 or 3 or 4) && (long)Width * Height <= MostPixels;
        }
    }
}
