namespace WooPipeline.Pdf.Filters;

/// <summary>A Huffman table of a JPEG (ITU-T T.81 Annex C): symbols by code length.</summary>
internal sealed class JpegHuffman
{
    private readonly int[] least = new int[17];
    private readonly int[] most = new int[17];
    private readonly int[] first = new int[17];
    private readonly byte[] symbols;

    /// <param name="counts">Number of codes of each length, 1 to 16.</param>
    /// <param name="symbols">Their symbols in order.</param>
    public JpegHuffman(ReadOnlySpan<byte> counts, byte[] symbols)
    {
        this.symbols = symbols;
        var code = 0;
        var place = 0;
        for (var length = 1; length <= 16; length++)
        {
            least[length] = code;
            first[length] = place;
            place += counts[length - 1];
            code += counts[length - 1];
            most[length] = counts[length - 1] > 0 ? code - 1 : -1;
            code <<= 1;
        }
    }

    public int Read(ref JpegBits bits)
    {
        var code = 0;
        for (var length = 1; length <= 16; length++)
        {
            code = (code << 1) | bits.Bit();
            if (most[length] >= 0 && code <= most[length])
            {
                var place = first[length] + code - least[length];
                return place >= 0 && place < symbols.Length ? symbols[place] : 0;
            }
        }

        return 0; // no such code: damaged data
    }
}
