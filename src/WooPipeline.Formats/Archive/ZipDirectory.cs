using System.Buffers.Binary;

namespace WooPipeline.Formats.Archive;

/// <summary>Looks at the end of a zip (APPNOTE §4.3.16) before the table of contents is loaded: a table may be a bomb itself.</summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int MaxComment = ushort.MaxValue;
    private const int LeastEntry = 46;

    /// <summary>True where the table of contents has room for more entries than a container may have.</summary>
    public static bool IsTooLong(Stream content, int maxMembers)
    {
        var length = (int)Math.Min(content.Length, EndLength + MaxComment);
        var tail = new byte[length];
        content.Position = content.Length - length;
        content.ReadExactly(tail);
        content.Position = 0;
        var end = tail.AsSpan().LastIndexOf("PK\x5\x6"u8);
        if (end < 0 || end + EndLength > length)
        {
            return false; // no table at all: opening tells that it is damaged
        }

        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        var endOffset = content.Length - length + end;
        var size = start == uint.MaxValue ? Zip64Size(content, tail.AsSpan(0, end), endOffset) : endOffset - start;
        return size / LeastEntry > (long)maxMembers * 2;
    }

    private static long Zip64Size(Stream content, ReadOnlySpan<byte> beforeEnd, long endOffset)
    {
        if (beforeEnd.Length < 20 || !beforeEnd[^20..].StartsWith("PK\x6\x7"u8))
        {
            return 0;
        }

        var record = BinaryPrimitives.ReadInt64LittleEndian(beforeEnd[^12..]);
        if (record < 0 || record + 56 > content.Length)
        {
            return 0;
        }

        var bytes = new byte[56];
        content.Position = record;
        content.ReadExactly(bytes);
        content.Position = 0;
        return endOffset - BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(48));
    }
}
