using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Fonts;

/// <summary>What a font descriptor tells (§9.8).</summary>
/// <param name="Flags">Flags of table 121; 4 is symbolic, 32 nonsymbolic.</param>
/// <param name="MissingWidth">Width of codes without one.</param>
/// <param name="Program">The embedded font; null where there is none that can be read.</param>
internal sealed record FontDescriptor(int Flags, double MissingWidth, IFontProgram? Program)
{
    public bool IsSymbolic => (Flags & 4) != 0;

    public bool IsBold => (Flags & 0x40000) != 0;

    public bool IsItalic => (Flags & 0x40) != 0;

    public bool IsMonospace => (Flags & 1) != 0;

    public static FontDescriptor Read(PdfFile file, PdfDictionary? dictionary)
    {
        if (dictionary is null)
        {
            return new FontDescriptor(0, 0, null);
        }

        return new FontDescriptor((int)file.Number(dictionary, "Flags"), file.Number(dictionary, "MissingWidth"), ReadProgram(file, dictionary));
    }

    private static IFontProgram? ReadProgram(PdfFile file, PdfDictionary dictionary)
    {
        foreach (var key in (ReadOnlySpan<string>)["FontFile2", "FontFile3", "FontFile"])
        {
            if (file.Get<PdfStream>(dictionary, key) is { } stream)
            {
                return Sniff(file.Decode(stream).Data);
            }
        }

        return null;
    }

    /// <summary>The bytes tell the kind better than the key does.</summary>
    private static IFontProgram? Sniff(ReadOnlyMemory<byte> data)
    {
        var head = data.Span[..Math.Min(4, data.Length)];
        if (head.SequenceEqual("OTTO"u8))
        {
            return CffFont.TryRead(new EmbeddedTrueType(data).Cff);
        }

        if (head.SequenceEqual("true"u8) || head.SequenceEqual("ttcf"u8) || head.SequenceEqual((ReadOnlySpan<byte>)[0, 1, 0, 0]))
        {
            return new EmbeddedTrueType(data);
        }

        if (head.StartsWith("%!"u8) || (head.Length > 0 && head[0] == 0x80))
        {
            return Type1Font.Read(data);
        }

        return head.Length == 4 && head[0] == 1 ? CffFont.TryRead(data) : null;
    }
}
