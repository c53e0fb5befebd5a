using System.Buffers.Binary;
using System.Text;

namespace WooPipeline.Formats.Legacy;

/// <summary>A record of a presentation: an atom, or a container of records (MS-PPT §2.3.1).</summary>
/// <param name="Type">Its number.</param>
/// <param name="Instance">Its instance, which tells kinds of one number apart.</param>
/// <param name="IsContainer">True where its data are records.</param>
/// <param name="Data">Its data.</param>
internal sealed record PptRecord(int Type, int Instance, bool IsContainer, ReadOnlyMemory<byte> Data)
{
    public const int Document = 1000;
    public const int Slide = 1006;
    public const int SlideAtom = 1007;
    public const int Notes = 1008;
    public const int SlidePersist = 1011;
    public const int SlideShowInfo = 1017;
    public const int OutlineReference = 3998;
    public const int TextHeader = 3999;
    public const int TextChars = 4000;
    public const int TextBytes = 4008;
    public const int CString = 4026;
    public const int HeadersFooters = 4057;
    public const int SlideList = 4080;
    public const int Comment = 12000;
    private const int MaxDepth = 64;

    public uint Long(int at) => at + 4 <= Data.Length ? BinaryPrimitives.ReadUInt32LittleEndian(Data.Span[at..]) : 0;

    public int Word(int at) => at + 2 <= Data.Length ? BinaryPrimitives.ReadUInt16LittleEndian(Data.Span[at..]) : 0;

    /// <summary>The text of an atom that holds some; null for any other.</summary>
    public string? Text => Type switch
    {
        TextChars or CString => Encoding.Unicode.GetString(Data.Span[..(Data.Length & ~1)]),
        TextBytes => Encoding.Latin1.GetString(Data.Span),
        _ => null,
    };

    /// <summary>The record at an offset; null where there is none whole.</summary>
    public static PptRecord? At(ReadOnlyMemory<byte> bytes, long at)
    {
        if (at < 0 || at + 8 > bytes.Length)
        {
            return null;
        }

        var head = bytes.Span[(int)at..];
        var version = BinaryPrimitives.ReadUInt16LittleEndian(head);
        var length = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(head[4..]), bytes.Length - at - 8);
        return new PptRecord(BinaryPrimitives.ReadUInt16LittleEndian(head[2..]), version >> 4, (version & 0xF) == 0xF, bytes.Slice((int)at + 8, length));
    }

    /// <summary>The records within.</summary>
    public IEnumerable<PptRecord> Children()
    {
        for (var at = 0; IsContainer && At(Data, at) is { } child; at += 8 + child.Data.Length)
        {
            yield return child;
        }
    }

    /// <summary>All records within, containers before what they hold; a container is entered where asked.</summary>
    public IEnumerable<PptRecord> Descendants(ReadLimits limits, Func<PptRecord, bool> enter)
    {
        var open = new Stack<IEnumerator<PptRecord>>([Children().GetEnumerator()]);
        while (open.TryPeek(out var level))
        {
            limits.Check();
            if (!level.MoveNext())
            {
                open.Pop().Dispose();
                continue;
            }

            yield return level.Current;
            if (level.Current.IsContainer && open.Count < MaxDepth && enter(level.Current))
            {
                open.Push(level.Current.Children().GetEnumerator());
            }
        }
    }
}
