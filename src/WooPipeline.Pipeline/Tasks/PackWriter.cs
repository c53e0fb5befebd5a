using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace WooPipeline.Pipeline;

/// <summary>Writes values in few bytes, each text once: what goes to tasks and back names the same persons and rules over and over.</summary>
internal sealed class PackWriter
{
    private const int MostSmall = 0x7F;
    private readonly ArrayBufferWriter<byte> output = new(1024);
    private readonly Dictionary<string, int> texts = new(StringComparer.Ordinal);

    /// <summary>What was written.</summary>
    public byte[] ToArray() => output.WrittenSpan.ToArray();

    /// <summary>Writes a number; small ones in one byte.</summary>
    public void Number(int value)
    {
        // Those just below zero are as small as those above it.
        var rest = (uint)((value << 1) ^ (value >> 31));
        var target = output.GetSpan(5);
        var length = 0;
        for (; rest > MostSmall; rest >>= 7)
        {
            target[length++] = (byte)(rest | 0x80);
        }

        target[length++] = (byte)rest;
        output.Advance(length);
    }

    /// <summary>Writes a large number.</summary>
    public void Long(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(output.GetSpan(sizeof(long)), value);
        output.Advance(sizeof(long));
    }

    /// <summary>Writes a number that isn't whole, every bit of it.</summary>
    public void Real(double value) => Long(BitConverter.DoubleToInt64Bits(value));

    /// <summary>Writes a truth.</summary>
    public void Truth(bool value) => Number(value ? 1 : 0);

    /// <summary>Writes a text or null: the first time whole, then as its number. UTF-16 units come back as they are, lone surrogates too.</summary>
    public void Text(string? text)
    {
        if (text is null)
        {
            Number(0);
            return;
        }

        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(texts, text, out var exists);
        if (exists)
        {
            Number(known);
            return;
        }

        known = texts.Count;
        Number(known);
        var isNarrow = !text.AsSpan().ContainsAnyExceptInRange('\0', '\xFF');
        Number(isNarrow ? text.Length : -text.Length);
        if (isNarrow)
        {
            Encoding.Latin1.GetBytes(text, output);
        }
        else
        {
            output.Write(MemoryMarshal.AsBytes(text.AsSpan()));
        }
    }

    /// <summary>Writes bytes.</summary>
    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        Number(bytes.Length);
        output.Write(bytes);
    }

    /// <summary>Writes a list; one that isn't there is told from an empty one.</summary>
    public void All<T>(IReadOnlyCollection<T>? items, Action<T> write)
    {
        Number(items?.Count ?? -1);
        foreach (var item in items ?? [])
        {
            write(item);
        }
    }

    /// <summary>Writes what may not be there.</summary>
    public void Maybe<T>(T? value, Action<T> write)
        where T : class
    {
        Truth(value is not null);
        if (value is not null)
        {
            write(value);
        }
    }

    /// <summary>Writes texts.</summary>
    public void Texts(IReadOnlyCollection<string>? items) => All(items, Text);
}
