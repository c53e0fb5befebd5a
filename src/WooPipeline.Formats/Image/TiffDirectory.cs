using System.Buffers.Binary;

namespace WooPipeline.Formats.Image;

/// <summary>The tags of one of a TIFF's pictures that decoding needs (TIFF 6.0 §8).</summary>
internal sealed record TiffDirectory(Dictionary<int, long[]> Tags)
{
    private const int MaxPictures = 2000;

    public int Width => (int)One(256, 0);

    public int Height => (int)One(257, 0);

    public int Bits => (int)One(258, 1);

    public int Compression => (int)One(259, 1);

    public int Photometric => (int)One(262, 1);

    public int Samples => (int)One(277, 1);

    public int RowsPerStrip => (int)Math.Min(One(278, int.MaxValue), Math.Max(1, Height));

    public int Predictor => (int)One(317, 1);

    public long[] Offsets => Tags.GetValueOrDefault(273) ?? [];

    public long[] Lengths => Tags.GetValueOrDefault(279) ?? [];

    public long[] Palette => Tags.GetValueOrDefault(320) ?? [];

    public bool IsGrey => Photometric is 0 or 1;

    /// <summary>True for two colours coded as a fax (TIFF 6.0 §10 and §11).</summary>
    public bool IsFax => Compression is 2 or 3 or 4;

    /// <summary>True where Group 3 is coded in two dimensions.</summary>
    public bool IsTwoDimensional => (One(292, 0) & 1) != 0;

    /// <summary>True where the bits of a byte run from its low end (FillOrder).</summary>
    public bool IsLowBitFirst => One(266, 1) == 2;

    /// <summary>True for a smaller copy of another picture (NewSubfileType).</summary>
    public bool IsThumbnail => (One(254, 0) & 1) != 0;

    /// <summary>True for the kinds that are decoded here.</summary>
    public bool IsReadable =>
        Width is > 0 and < 65_536 && Height is > 0 and < 65_536 && Offsets.Length > 0 && Offsets.Length == Lengths.Length && One(284, 1) == 1
        && (Compression is 1 or 5 or 8 or 32773 or 32946 || (IsFax && IsGrey && Bits == 1 && Samples == 1)) && RowsPerStrip > 0
        && (IsGrey ? Bits is 1 or 2 or 4 or 8 && (Bits == 8 || Samples == 1)
            : Photometric == 3 ? Bits is 4 or 8 && Samples == 1 && Palette.Length == 3 << Bits
            : Photometric == 2 && Bits == 8 && Samples is 3 or 4)
        && (Tags.GetValueOrDefault(258)?.All(b => b == Bits) ?? true);

    /// <summary>The file's pictures in order, thumbnails left out; each directory once.</summary>
    public static List<TiffDirectory> ReadAll(byte[] bytes)
    {
        var little = bytes[0] == 0x49;
        var result = new List<TiffDirectory>();
        var visited = new HashSet<long>();
        for (var at = Number(bytes, 4, 4, little); at > 0 && at + 2 <= bytes.Length && visited.Add(at) && result.Count < MaxPictures;)
        {
            var picture = Read(bytes, at, little);
            if (!picture.IsThumbnail)
            {
                result.Add(picture);
            }

            var next = at + 2 + (12 * Number(bytes, at, 2, little));
            at = next + 4 <= bytes.Length ? Number(bytes, next, 4, little) : 0;
        }

        return result;
    }

    private static TiffDirectory Read(byte[] bytes, long at, bool little)
    {
        var tags = new Dictionary<int, long[]>();
        var count = Number(bytes, at, 2, little);
        for (var i = 0; i < count && at + 14 + (i * 12) <= bytes.Length; i++)
        {
            var entry = at + 2 + (i * 12);
            var size = Number(bytes, entry + 2, 2, little) switch { 1 => 1, 3 => 2, 4 => 4, _ => 0 };
            var values = Number(bytes, entry + 4, 4, little);
            if (size == 0 || values > bytes.Length)
            {
                continue;
            }

            var place = size * values <= 4 ? entry + 8 : Number(bytes, entry + 8, 4, little);
            if (place + (size * values) <= bytes.Length)
            {
                tags[(int)Number(bytes, entry, 2, little)] = [.. Enumerable.Range(0, (int)values).Select(v => Number(bytes, place + (v * size), size, little))];
            }
        }

        return new TiffDirectory(tags);
    }

    private long One(int tag, long otherwise) => Tags.TryGetValue(tag, out var values) && values.Length > 0 ? values[0] : otherwise;

    private static long Number(byte[] bytes, long at, int size, bool little)
    {
        var part = bytes.AsSpan((int)at, size);
        return size == 1 ? part[0]
            : size == 2 ? little ? BinaryPrimitives.ReadUInt16LittleEndian(part) : BinaryPrimitives.ReadUInt16BigEndian(part)
            : little ? BinaryPrimitives.ReadUInt32LittleEndian(part) : BinaryPrimitives.ReadUInt32BigEndian(part);
    }
}
