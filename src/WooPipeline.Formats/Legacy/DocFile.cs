using System.Buffers.Binary;
using System.Text;
using WooPipeline.Formats.Mail;
using WooPipeline.Formats.Office;
using WooPipeline.Formats.Outlook;

namespace WooPipeline.Formats.Legacy;

/// <summary>The text of a binary Word document with what its parts are (MS-DOC §2.5, §2.8): one string, and the file offset of every character.</summary>
internal sealed class DocFile
{
    private const int Word97 = 0xC1;
    private readonly ReadOnlyMemory<byte> table;
    private readonly ReadOnlyMemory<byte> main;
    private readonly bool isOld;

    private DocFile(ReadOnlyMemory<byte> main, ReadOnlyMemory<byte> table, bool isOld)
    {
        this.main = main;
        this.table = table;
        this.isOld = isOld;
    }

    /// <summary>All text: body, footnotes, page headers, comments, endnotes, text boxes, one after the other.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Offset in the main stream of each character.</summary>
    public int[] Offsets { get; private set; } = [];

    /// <summary>Lengths of body, footnotes, page headers, macros, comments, endnotes, text boxes, text boxes of headers.</summary>
    public int[] Lengths { get; private set; } = [];

    public ReadOnlyMemory<byte> Main => main;

    /// <exception cref="OfficeException">Encrypted, no Word document, a kind that can't be read.</exception>
    public static DocFile Open(CompoundStorage root, ReadLimits limits)
    {
        var main = root.Stream("WordDocument") ?? default;
        if (main.Length < 0x200 || BinaryPrimitives.ReadUInt16LittleEndian(main.Span) is not (0xA5EC or 0xA5DC))
        {
            throw new OfficeException("beschadigd", "Het bestand heet een Word-document maar bevat er geen. Vraag het opnieuw op bij de bron.");
        }

        var version = BinaryPrimitives.ReadUInt16LittleEndian(main.Span[2..]);
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(main.Span[10..]);
        if ((flags & 0x0100) != 0)
        {
            throw LegacyFile.Encrypted;
        }

        var file = new DocFile(main, root.Stream((flags & 0x0200) != 0 ? "1Table" : "0Table") ?? default, version < Word97);
        if (file.isOld)
        {
            file.ReadOld((flags & 0x0004) != 0);
        }
        else
        {
            file.ReadPieces(limits);
        }

        return file;
    }

    /// <summary>A structure of the table stream by its number in the list of the file's head; empty where there is none.</summary>
    public ReadOnlyMemory<byte> Structure(int index)
    {
        var at = 0x9A + (index * 8);
        if (isOld || at + 8 > main.Length || (at - 0x9A) / 8 >= BinaryPrimitives.ReadUInt16LittleEndian(main.Span[0x98..]))
        {
            return default;
        }

        var start = BinaryPrimitives.ReadUInt32LittleEndian(main.Span[at..]);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(main.Span[(at + 4)..]);
        return start < table.Length && length <= table.Length - start ? table.Slice((int)start, (int)length) : default;
    }

    /// <summary>The positions of a list of positions with data of a size each (MS-DOC §2.2.2).</summary>
    public int[] Positions(int index, int dataSize)
    {
        var bytes = Structure(index).Span;
        var count = bytes.Length < 4 ? 0 : (bytes.Length - 4) / (4 + dataSize);
        var positions = new int[bytes.Length < 4 ? 0 : count + 1];
        for (var i = 0; i < positions.Length; i++)
        {
            positions[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes[(i * 4)..]);
        }

        return positions;
    }

    private int Int(int offset) => BinaryPrimitives.ReadInt32LittleEndian(main.Span[offset..]);

    private void ReadOld(bool isComplex)
    {
        if (isComplex)
        {
            throw new OfficeException("niet-ondersteund", "Het bestand is van Word 6 of 95 en snel opgeslagen; die soort kan hier niet worden gelezen. Sla het op als docx of PDF.");
        }

        var start = Math.Clamp(Int(0x18), 0, main.Length);
        var end = Math.Clamp(Int(0x1C), start, main.Length);
        Text = MailCharsets.Western.GetString(main.Span[start..end]);
        Offsets = [.. Enumerable.Range(start, Text.Length)];
        Lengths = [.. Enumerable.Range(0, 8).Select(i => Math.Max(0, Int(0x34 + (4 * i))))];
    }

    private void ReadPieces(ReadLimits limits)
    {
        Lengths = [Int(76), Int(80), Int(84), Int(88), Int(92), Int(96), Int(100), Int(104)];
        if (Lengths.Any(l => l < 0) || Lengths.Sum(l => (long)l) > limits.MaxTextLength)
        {
            throw new InvalidDataException("The lengths of the text can't be.");
        }

        var pieces = Pieces(Structure(33).Span);
        var count = (pieces.Length - 4) / 12;
        var text = new StringBuilder();
        var offsets = new List<int>();
        for (var i = 0; i < count; i++)
        {
            limits.Check();
            var length = BinaryPrimitives.ReadInt32LittleEndian(pieces[((i + 1) * 4)..]) - BinaryPrimitives.ReadInt32LittleEndian(pieces[(i * 4)..]);
            var place = BinaryPrimitives.ReadUInt32LittleEndian(pieces[(((count + 1) * 4) + (i * 8) + 2)..]);
            Add(length, (int)(place & 0x3FFFFFFF), (place & 0x40000000) != 0, text, offsets, limits);
        }

        Text = text.ToString();
        Offsets = [.. offsets];
    }

    private void Add(int length, int place, bool isCompressed, StringBuilder text, List<int> offsets, ReadLimits limits)
    {
        var start = isCompressed ? place / 2 : place;
        var size = isCompressed ? 1 : 2;
        // Every character of an honest file has bytes of its own.
        if (length < 0 || text.Length + (long)length > Math.Min(limits.MaxTextLength, main.Length))
        {
            throw new InvalidDataException("A piece of text is longer than can be.");
        }

        var available = Math.Clamp((main.Length - start) / size, 0, length); // a file cut short gives what is there
        var bytes = start < main.Length ? main.Span.Slice(start, available * size) : default;
        text.Append((isCompressed ? MailCharsets.Western : Encoding.Unicode).GetString(bytes));
        for (var i = 0; i < available; i++)
        {
            offsets.Add(start + (i * size));
        }
    }

    /// <summary>The table of pieces behind the formatting it stands with (MS-DOC §2.9.38).</summary>
    private static ReadOnlySpan<byte> Pieces(ReadOnlySpan<byte> clx)
    {
        while (clx.Length >= 5)
        {
            if (clx[0] == 2)
            {
                var length = BinaryPrimitives.ReadInt32LittleEndian(clx[1..]);
                return clx.Slice(5, Math.Clamp(length, 0, clx.Length - 5));
            }

            clx = clx[0] == 1 ? clx[Math.Min(clx.Length, 3 + BinaryPrimitives.ReadUInt16LittleEndian(clx[1..]))..] : default;
        }

        throw new InvalidDataException("There is no table of pieces.");
    }
}
