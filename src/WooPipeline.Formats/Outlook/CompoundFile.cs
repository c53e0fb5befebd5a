using System.Buffers.Binary;
using System.Text;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Outlook;

/// <summary>
/// A compound file (MS-CFB), versions 3 and 4, read from memory. Chains that run past the file are cut where it ends; chains that
/// go round end the reading.
/// </summary>
internal sealed class CompoundFile
{
    private const uint MaxRegularSector = 0xFFFFFFFA;
    private const int HeaderDifat = 109;
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly ReadLimits? limits;
    private readonly int sectorSize;
    private readonly int miniSectorSize;
    private readonly uint miniCutoff;
    private readonly uint[] fat;
    private readonly uint[] miniFat;
    private readonly ReadOnlyMemory<byte> miniStream;
    private readonly List<CompoundEntry> entries = [];

    private CompoundFile(ReadOnlyMemory<byte> bytes, ReadLimits? limits)
    {
        this.limits = limits;
        this.bytes = bytes;
        var header = bytes.Span;
        var shift = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
        var miniShift = BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        sectorSize = 1 << (shift is >= 7 and <= 16 ? shift : 9);
        miniSectorSize = 1 << (miniShift is >= 4 and <= 12 ? miniShift : 6);
        miniCutoff = UInt(56);
        fat = ReadFat();
        ReadEntries(Chain(UInt(48), long.MaxValue));
        miniFat = ToUInts(Chain(UInt(60), long.MaxValue));
        miniStream = entries.Count > 0 ? Chain(entries[0].Start, entries[0].Size) : default;
        Root = new CompoundStorage(this, entries.Count > 0 ? entries[0] : throw Damaged("er is geen hoofdmap"));
    }

    /// <summary>The root storage.</summary>
    public CompoundStorage Root { get; }

    /// <summary>True where the bytes begin with the signature.</summary>
    public static bool IsCompound(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <exception cref="MailLimitException">The file is damaged beyond reading.</exception>
    public static CompoundFile Open(ReadOnlyMemory<byte> bytes, ReadLimits? limits = null) =>
        bytes.Length < 512 || !IsCompound(bytes.Span) ? throw Damaged("de kop ontbreekt") : new CompoundFile(bytes, limits);

    internal CompoundEntry? Entry(uint id) => id < entries.Count ? entries[(int)id] : null;

    internal ReadOnlyMemory<byte> Content(CompoundEntry entry)
    {
        if (entry.Size == 0)
        {
            return default;
        }

        return entry.Size < miniCutoff ? MiniChain(entry.Start, entry.Size) : Chain(entry.Start, entry.Size);
    }

    private static MailLimitException Damaged(string what) => new("beschadigd", $"Het bestand is beschadigd: {what}.");

    private uint UInt(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[offset..]);

    private ReadOnlyMemory<byte> Sector(uint sector)
    {
        var start = ((long)sector + 1) * sectorSize;
        return start >= bytes.Length ? default : bytes.Slice((int)start, (int)Math.Min(sectorSize, bytes.Length - start));
    }

    private uint[] ReadFat()
    {
        var sectors = new List<uint>();
        for (var i = 0; i < HeaderDifat; i++)
        {
            Add(UInt(76 + (4 * i)));
        }

        var seen = new HashSet<uint>();
        var perSector = (sectorSize / 4) - 1;
        for (var next = UInt(68); next < MaxRegularSector;)
        {
            if (!seen.Add(next))
            {
                throw Damaged("de sectorlijst loopt in een kring");
            }

            var difat = ToUInts(Sector(next));
            foreach (var sector in difat.Take(perSector))
            {
                Add(sector);
            }

            next = difat.Length > perSector ? difat[perSector] : uint.MaxValue;
        }

        using var all = new MemoryStream();
        foreach (var sector in sectors)
        {
            var content = Sector(sector).Span;
            all.Write(content);
            all.Write(new byte[sectorSize - content.Length]);
        }

        return ToUInts(all.ToArray());

        void Add(uint sector)
        {
            if (sector < MaxRegularSector && ((long)sector * sectorSize) < bytes.Length)
            {
                sectors.Add(sector);
            }
        }
    }

    private ReadOnlyMemory<byte> Chain(uint start, long size)
    {
        var needed = size == long.MaxValue ? long.MaxValue : (size + sectorSize - 1) / sectorSize;
        using var all = new MemoryStream((int)Math.Min(size, bytes.Length));
        var seen = new HashSet<uint>();
        for (var sector = start; sector < MaxRegularSector && seen.Count < needed;)
        {
            if (!seen.Add(sector))
            {
                throw Damaged("een keten van sectoren loopt in een kring");
            }

            limits?.Check();
            var content = Sector(sector).Span;
            if (content.IsEmpty)
            {
                break; // past the end of a file cut short
            }

            all.Write(content);
            sector = sector < fat.Length ? fat[sector] : uint.MaxValue;
        }

        return all.ToArray().AsMemory(0, (int)Math.Min(size, all.Length));
    }

    private ReadOnlyMemory<byte> MiniChain(uint start, long size)
    {
        var result = new byte[Math.Min(size, miniStream.Length)];
        var written = 0;
        var steps = 0;
        for (var sector = start; sector < MaxRegularSector && written < result.Length;)
        {
            limits?.Check();
            var offset = (long)sector * miniSectorSize;
            if (offset >= miniStream.Length)
            {
                break;
            }

            if (++steps > miniFat.Length + 1)
            {
                throw Damaged("een keten van kleine sectoren loopt in een kring");
            }

            var content = miniStream.Span.Slice((int)offset, (int)Math.Min(Math.Min(miniSectorSize, miniStream.Length - offset), result.Length - written));
            content.CopyTo(result.AsSpan(written));
            written += content.Length;
            sector = sector < miniFat.Length ? miniFat[sector] : uint.MaxValue;
        }

        return result.AsMemory(0, written);
    }

    private void ReadEntries(ReadOnlyMemory<byte> directory)
    {
        var version3 = sectorSize == 512;
        for (var at = 0; at + 128 <= directory.Length; at += 128)
        {
            var entry = directory.Span.Slice(at, 128);
            var nameLength = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, 62);
            var size = BinaryPrimitives.ReadInt64LittleEndian(entry[120..]);
            entries.Add(new CompoundEntry(
                Encoding.Unicode.GetString(entry[..(nameLength & ~1)]),
                entry[66],
                BinaryPrimitives.ReadUInt32LittleEndian(entry[68..]),
                BinaryPrimitives.ReadUInt32LittleEndian(entry[72..]),
                BinaryPrimitives.ReadUInt32LittleEndian(entry[76..]),
                BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]),
                version3 ? size & 0xFFFFFFFF : Math.Max(0, size))); // the high half is not kept clean in version 3
        }
    }

    private static uint[] ToUInts(ReadOnlyMemory<byte> content)
    {
        var values = new uint[content.Length / 4];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadUInt32LittleEndian(content.Span[(i * 4)..]);
        }

        return values;
    }
}

/// <summary>An entry of a compound file's directory.</summary>
internal sealed record CompoundEntry(string Name, byte Kind, uint Left, uint Right, uint Child, uint Start, long Size)
{
    public bool IsStorage => Kind is 1 or 5;
}
