using System.Buffers.Binary;

namespace WooPipeline.Formats.Legacy;

/// <summary>What a stretch of characters or a paragraph is, as far as a reader sees it.</summary>
[Flags]
internal enum DocFormat
{
    None = 0,
    Hidden = 1,
    Deleted = 2,
    Bold = 4,
    Italic = 8,
    Strike = 16,
    Underline = 32,
    InTable = 64,
    RowEnd = 128,
}

/// <summary>
/// The formatting of a binary Word document by file offset: pages of 512 bytes with runs of characters or paragraphs and the changes that each
/// makes (MS-DOC §2.9.33, §2.9.174; sprms §2.6).
/// </summary>
internal sealed class DocFormatting
{
    private const int PageSize = 512;
    private readonly List<(int Start, int End, DocFormat Format, int Level)> runs = [];

    private DocFormatting()
    {
    }

    /// <summary>The formatting of characters.</summary>
    public static DocFormatting Characters(DocFile file, ReadLimits limits) => Read(file, 12, limits, isParagraphs: false);

    /// <summary>The formatting of paragraphs.</summary>
    public static DocFormatting Paragraphs(DocFile file, ReadLimits limits) => Read(file, 13, limits, isParagraphs: true);

    /// <summary>What holds at a file offset, with the heading level of the paragraph (0 for none).</summary>
    public (DocFormat Format, int Level) At(int offset)
    {
        var (low, high) = (0, runs.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (runs[middle].End <= offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low < runs.Count && runs[low].Start <= offset ? (runs[low].Format, runs[low].Level) : (DocFormat.None, 0);
    }

    private static DocFormatting Read(DocFile file, int index, ReadLimits limits, bool isParagraphs)
    {
        var formatting = new DocFormatting();
        var list = file.Structure(index).Span;
        var count = list.Length < 4 ? 0 : (list.Length - 4) / 8;
        for (var i = 0; i < count; i++)
        {
            limits.Check();
            var page = (long)(BinaryPrimitives.ReadUInt32LittleEndian(list[(((count + 1) * 4) + (i * 4))..]) & 0x3FFFFF) * PageSize;
            if (page + PageSize <= file.Main.Length)
            {
                formatting.ReadPage(file.Main.Span.Slice((int)page, PageSize), isParagraphs);
            }
        }

        formatting.runs.Sort((a, b) => a.End.CompareTo(b.End));
        return formatting;
    }

    private void ReadPage(ReadOnlySpan<byte> page, bool isParagraphs)
    {
        var count = page[PageSize - 1];
        var entry = isParagraphs ? 13 : 1;
        for (var i = 0; i < count && ((count + 1) * 4) + ((i + 1) * entry) <= PageSize; i++)
        {
            var start = BinaryPrimitives.ReadInt32LittleEndian(page[(i * 4)..]);
            var end = BinaryPrimitives.ReadInt32LittleEndian(page[((i + 1) * 4)..]);
            var at = page[((count + 1) * 4) + (i * entry)] * 2;
            var (format, level) = at == 0 ? (DocFormat.None, 0) : isParagraphs ? Paragraph(page, at) : (Changes(Slice(page, at + 1, page[at])), 0);
            runs.Add((start, end, format, level));
        }
    }

    private static (DocFormat Format, int Level) Paragraph(ReadOnlySpan<byte> page, int at)
    {
        var isLong = page[at] == 0;
        var start = isLong ? at + 2 : at + 1;
        var length = isLong && at + 1 < PageSize ? page[at + 1] * 2 : (page[at] * 2) - 1;
        var content = Slice(page, start, length);
        if (content.Length < 2)
        {
            return (DocFormat.None, 0);
        }

        // The first nine styles are the headings, whatever they are called (MS-DOC §2.4.6.5).
        var style = BinaryPrimitives.ReadUInt16LittleEndian(content);
        return (Changes(content[2..]), style is >= 1 and <= 9 ? Math.Min(6, (int)style) : 0);
    }

    private static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> page, int start, int length) =>
        start >= page.Length || length <= 0 ? default : page.Slice(start, Math.Min(length, page.Length - start));

    private static DocFormat Changes(ReadOnlySpan<byte> changes)
    {
        var format = DocFormat.None;
        while (changes.Length >= 3)
        {
            var code = BinaryPrimitives.ReadUInt16LittleEndian(changes);
            var on = changes[2] is 1 or 0x81;
            var flag = code switch
            {
                0x083C => DocFormat.Hidden,
                0x0800 => DocFormat.Deleted,
                0x0835 => DocFormat.Bold,
                0x0836 => DocFormat.Italic,
                0x0837 => DocFormat.Strike,
                0x2A3E when changes[2] != 0 => DocFormat.Underline,
                0x2416 or 0x244B => DocFormat.InTable,
                0x2417 or 0x244C => DocFormat.RowEnd,
                _ => DocFormat.None,
            };
            format = on || code == 0x2A3E ? format | flag : format & ~flag;
            var length = 2 + OperandLength(code, changes);
            changes = changes[Math.Min(changes.Length, length)..];
        }

        return format;
    }

    private static int OperandLength(ushort code, ReadOnlySpan<byte> changes) => (code >> 13) switch
    {
        0 or 1 => 1,
        2 or 4 or 5 => 2,
        3 => 4,
        7 => 3,
        _ when code is 0xD608 or 0xD606 => changes.Length >= 4 ? BinaryPrimitives.ReadUInt16LittleEndian(changes[2..]) + 1 : 1,
        _ => changes[2] + 1,
    };
}
