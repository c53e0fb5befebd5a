using WooPipeline.Pdf.Fonts;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Content;

/// <summary>What all pages of a file share while their content is run: fonts, layers, unpacked forms.</summary>
internal sealed class ContentSource(PdfFile file)
{
    private const int LeastKept = 1024 * 1024;
    private const int MostKept = 16 * 1024 * 1024;
    private const int MostSpare = 4;
    private const int LargestSpare = 1 << 16;
    private readonly int maxKept = Math.Clamp(file.Length, LeastKept, MostKept);
    private readonly Stack<List<Glyph>> spare = new();
    private readonly Dictionary<PdfStream, ReadOnlyMemory<byte>> unpacked = new(ReferenceEqualityComparer.Instance);
    private int kept;

    public PdfFile File => file;

    public FontLoader Fonts { get; } = new(file);

    public OptionalContent Layers { get; } = new(file);

    /// <summary>The content of a form or pattern; empty where its filters can't be undone.</summary>
    public ReadOnlyMemory<byte> Unpack(PdfStream stream)
    {
        if (unpacked.TryGetValue(stream, out var known))
        {
            return known;
        }

        var result = file.Decode(stream);
        var data = result.Codec is null ? result.Data : default;
        if (kept + data.Length <= maxKept)
        {
            unpacked[stream] = data;
            kept += data.Length;
        }

        return data;
    }

    /// <summary>The content of a page: all its streams, a line end between each two.</summary>
    public ReadOnlyMemory<byte> ContentOf(PdfPage page)
    {
        var value = file.Resolve(page["Contents"]);
        if (value is PdfStream single)
        {
            return Decoded(single);
        }

        if (value is not PdfArray array)
        {
            return default;
        }

        using var joined = new MemoryStream();
        foreach (var stream in array.Select(file.Resolve).OfType<PdfStream>())
        {
            joined.Write(Decoded(stream).Span);
            joined.WriteByte((byte)'\n');
        }

        return joined.ToArray();
    }

    /// <summary>Room for a page's glyphs, of an earlier page where there is one: a page's worth is too large to make anew each time.</summary>
    public List<Glyph> RentGlyphs() => spare.TryPop(out var list) ? list : [];

    /// <summary>Gives room back; what it holds is let go of.</summary>
    public void ReturnGlyphs(List<Glyph> glyphs)
    {
        glyphs.Clear();
        if (spare.Count < MostSpare && glyphs.Capacity <= LargestSpare)
        {
            spare.Push(glyphs);
        }
    }

    private ReadOnlyMemory<byte> Decoded(PdfStream stream)
    {
        var result = file.Decode(stream);
        return result.Codec is null ? result.Data : default;
    }
}
