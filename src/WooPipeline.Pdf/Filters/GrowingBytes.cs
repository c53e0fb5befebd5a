using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Filters;

/// <summary>Bytes of unknown number, within a budget.</summary>
internal sealed class GrowingBytes(int guess, PdfBudget budget)
{
    private byte[] bytes = new byte[Math.Clamp(guess, 64, 1 << 24)];
    private int length;
    private int last;

    /// <summary>The first byte of what was taken last.</summary>
    public byte FirstOfLast => bytes[last];

    public void Add(byte value) => Take(1)[0] = value;

    public void Add(ReadOnlySpan<byte> values) => values.CopyTo(Take(values.Length));

    /// <summary>Room for so many bytes more, counted as written.</summary>
    public Span<byte> Take(int count)
    {
        if ((long)length + count > budget.MaxStreamBytes)
        {
            throw new PdfException("te-groot", "A stream unpacks to more than the limit.");
        }

        if (length + count > bytes.Length)
        {
            Array.Resize(ref bytes, (int)Math.Max(length + (long)count, Math.Min(bytes.Length * 2L, budget.MaxStreamBytes)));
        }

        last = length;
        length += count;
        return bytes.AsSpan(last, count);
    }

    public byte[] ToArray()
    {
        budget.Spend(length);
        return bytes[..length];
    }
}
