using System.Buffers;
using System.Buffers.Text;

namespace WooPipeline.Pdf.Writing;

/// <summary>Writes the operators of a content stream; numbers with at most three decimals.</summary>
internal sealed class ContentWriter
{
    private readonly ArrayBufferWriter<byte> buffer = new(8 * 1024);

    public ReadOnlyMemory<byte> Written => buffer.WrittenMemory;

    /// <summary>Writes bytes as they are.</summary>
    public ContentWriter Raw(ReadOnlySpan<byte> bytes)
    {
        buffer.Write(bytes);
        return this;
    }

    /// <summary>Writes ASCII text as it is.</summary>
    public ContentWriter Raw(string ascii)
    {
        var span = buffer.GetSpan(ascii.Length);
        for (var i = 0; i < ascii.Length; i++)
        {
            span[i] = (byte)ascii[i];
        }

        buffer.Advance(ascii.Length);
        return this;
    }

    /// <summary>Writes a number and a space.</summary>
    public ContentWriter Number(double value)
    {
        var thousandths = (long)Math.Round(value * 1000);
        var span = buffer.GetSpan(32);
        var length = 0;
        if (thousandths < 0)
        {
            span[length++] = (byte)'-';
            thousandths = -thousandths;
        }

        Utf8Formatter.TryFormat(thousandths / 1000, span[length..], out var whole);
        length += whole;
        var rest = (int)(thousandths % 1000);
        if (rest > 0)
        {
            span[length++] = (byte)'.';
            for (var digit = 100; digit > 0 && rest > 0; digit /= 10)
            {
                span[length++] = (byte)('0' + (rest / digit));
                rest %= digit;
            }
        }

        span[length++] = (byte)' ';
        buffer.Advance(length);
        return this;
    }

    /// <summary>Writes two bytes inside a literal string, with what a reader would take otherwise escaped (ISO 32000-1 §7.3.4.2).</summary>
    public ContentWriter Code(ushort value)
    {
        var span = buffer.GetSpan(4);
        var length = 0;
        Literal(span, (byte)(value >> 8), ref length);
        Literal(span, (byte)value, ref length);
        buffer.Advance(length);
        return this;
    }

    /// <summary>Writes a byte inside a literal string.</summary>
    public ContentWriter Code(byte value)
    {
        var span = buffer.GetSpan(2);
        var length = 0;
        Literal(span, value, ref length);
        buffer.Advance(length);
        return this;
    }

    private static void Literal(Span<byte> span, byte value, ref int length)
    {
        if (value is (byte)'(' or (byte)')' or (byte)'\\' or (byte)'\r')
        {
            span[length++] = (byte)'\\';
        }

        span[length++] = value == (byte)'\r' ? (byte)'r' : value;
    }
}
