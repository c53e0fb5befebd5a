using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Filters;

/// <summary>Run lengths (§7.4.5).</summary>
internal static class RunLengthFilter
{
    public static byte[] Decode(ReadOnlySpan<byte> data, PdfBudget budget)
    {
        var output = new GrowingBytes(data.Length * 2, budget);
        for (var i = 0; i < data.Length;)
        {
            var length = data[i++];
            if (length == 128)
            {
                break;
            }

            if (length < 128)
            {
                var count = Math.Min(length + 1, data.Length - i);
                output.Add(data.Slice(i, count));
                i += count;
            }
            else if (i < data.Length)
            {
                output.Take(257 - length).Fill(data[i++]);
            }
        }

        return output.ToArray();
    }
}
