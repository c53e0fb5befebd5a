using WooPipeline.Pdf.Fonts;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Content;

/// <summary>What all pages of a file share while their content is run: fonts, layers, unpacked forms.</summary>
internal sealed class ContentSource(PdfFile file)
{
    private const int MaxKept = 64 * 1024 * 1024;
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
        if (kept + data.Length <= MaxKept)
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

    private ReadOnlyMemory<byte> Decoded(PdfStream stream)
    {
        var result = file.Decode(stream);
        return result.Codec is null ? result.Data : default;
    }
}
