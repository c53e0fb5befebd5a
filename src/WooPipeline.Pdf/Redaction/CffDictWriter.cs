using System.Buffers.Binary;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Writes a DICT of a CFF font.</summary>
internal sealed class CffDictWriter
{
    private readonly List<byte> output = [];

    public int Length => output.Count;

    /// <summary>Operands as they were.</summary>
    public void Raw(int key, byte[] operands)
    {
        output.AddRange(operands);
        Operator(key);
    }

    /// <summary>A number in five bytes, so that its length doesn't hang on its value.</summary>
    public void Offset(int key, params ReadOnlySpan<int> values)
    {
        Span<byte> five = stackalloc byte[5];
        foreach (var value in values)
        {
            five[0] = 29;
            BinaryPrimitives.WriteInt32BigEndian(five[1..], value);
            output.AddRange(five);
        }

        Operator(key);
    }

    public byte[] ToArray() => [.. output];

    private void Operator(int key)
    {
        if (key >= 0x0C00)
        {
            output.Add(12);
        }

        output.Add((byte)key);
    }
}
