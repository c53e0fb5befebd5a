using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace WooPipeline.Pipeline;

/// <summary>Reads what a <see cref="PackWriter"/> wrote.</summary>
/// <param name="bytes">What was written.</param>
/// <param name="pool">Where equal texts of many become one; null where nothing is kept for long.</param>
internal sealed class PackReader(ReadOnlyMemory<byte> bytes, TextPool? pool = null)
{
    private const int MostOnStack = 256;
    private readonly List<string> texts = [];
    private int position;

    /// <summary>Reads a number.</summary>
    public int Number()
    {
        var span = bytes.Span;
        uint value = 0;
        for (var shift = 0; ; shift += 7)
        {
            if (position >= span.Length || shift > 28)
            {
                throw Broken();
            }

            var next = span[position++];
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (int)(value >> 1) ^ -(int)(value & 1);
            }
        }
    }

    /// <summary>Reads a large number.</summary>
    public long Long() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    /// <summary>Reads a number that isn't whole.</summary>
    public double Real() => BitConverter.Int64BitsToDouble(Long());

    /// <summary>Reads a truth.</summary>
    public bool Truth() => Number() != 0;

    /// <summary>Reads a text or null.</summary>
    public string? Text()
    {
        var number = Number();
        if (number == 0)
        {
            return null;
        }

        if (number <= texts.Count && number > 0)
        {
            return texts[number - 1];
        }

        var text = number == texts.Count + 1 ? NewText() : throw Broken();
        texts.Add(text);
        return text;
    }

    /// <summary>Reads a text that is always there.</summary>
    public string Word() => Text() ?? throw Broken();

    /// <summary>Reads bytes.</summary>
    public byte[] Bytes() => Take(Number()).ToArray();

    /// <summary>Reads a list; null where there was none.</summary>
    public T[]? MaybeAll<T>(Func<T> read)
    {
        var count = Number();
        if (count < 0)
        {
            return null;
        }

        // Each takes a byte at least.
        var items = new T[count <= bytes.Length - position ? count : throw Broken()];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read();
        }

        return items;
    }

    /// <summary>Reads a list that is always there.</summary>
    public T[] All<T>(Func<T> read) => MaybeAll(read) ?? throw Broken();

    /// <summary>Reads what may not be there.</summary>
    public T? Maybe<T>(Func<T> read)
        where T : class => Truth() ? read() : null;

    /// <summary>Reads texts.</summary>
    public string[] Texts() => All(Word);

    private string NewText()
    {
        var length = Number();
        if (length < 0)
        {
            return Kept(MemoryMarshal.Cast<byte, char>(Take(length > int.MinValue / 4 ? -length * 2 : int.MaxValue)));
        }

        var narrow = Take(length);
        if (length > MostOnStack)
        {
            return Encoding.Latin1.GetString(narrow);
        }

        Span<char> text = stackalloc char[MostOnStack];
        return Kept(text[..Encoding.Latin1.GetChars(narrow, text)]);
    }

    private string Kept(ReadOnlySpan<char> text) => pool is null || text.Length > MostOnStack ? text.ToString() : pool.Of(text);

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length < 0 || length > bytes.Length - position)
        {
            throw Broken();
        }

        var taken = bytes.Span.Slice(position, length);
        position += length;
        return taken;
    }

    private static InvalidDataException Broken() => new("Packed values aren't whole.");
}
