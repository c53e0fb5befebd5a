namespace WooPipeline.Publication.Verification;

/// <summary>
/// Fonts that draw letters no text of the file shows: in a font cut down to its use those are letters of removed words, and tell
/// what they may have been.
/// </summary>
internal sealed class PdfOrphanGlyphs(PdfContainer file, IReadOnlyDictionary<Dictionary<string, object?>, PdfFontCodes> fonts)
{
    private static readonly string[] Programs = ["FontFile2", "FontFile3"];

    /// <summary>How many fonts do.</summary>
    /// <param name="unread">Content that no page was seen to show: its codes count for every font.</param>
    public int Count(IEnumerable<PdfStream> unread)
    {
        // A font may also be set by a graphics state, which the check doesn't follow.
        if (file.All.Select(o => o.Value).OfType<Dictionary<string, object?>>().Any(d => file.Name(d, "Type") == "ExtGState" && d.ContainsKey("Font")))
        {
            return 0;
        }

        var loose = unread.SelectMany(Strings).ToList();
        return fonts.Where(f => Counts(f.Key)).GroupBy(f => Program(f.Key)).Count(g => g.Key?.Data is { } program && Exceeds(program, [.. g.Select(f => f.Value)], loose));
    }

    private static bool Exceeds(byte[] program, List<PdfFontCodes> codes, List<byte[]> loose)
    {
        if (FontOutlines.Of(program) is not { } outlines || !outlines.Exceeds(codes.Sum(c => c.Shown.Count)))
        {
            return false;
        }

        foreach (var font in codes)
        {
            foreach (var text in loose)
            {
                for (var at = 0; font.TryNext(text, ref at, out var code);)
                {
                    font.Shown.Add(code);
                }
            }
        }

        return outlines.Exceeds(codes.Sum(c => c.Shown.Count));
    }

    /// <summary>Simple fonts, and those of two bytes a letter by number; how others cut their codes isn't followed here.</summary>
    private bool Counts(Dictionary<string, object?> font) => file.Name(font, "Subtype") switch
    {
        "Type0" => file.Name(font, "Encoding") is "Identity-H" or "Identity-V",
        "Type3" => false,
        _ => true,
    };

    private PdfStream? Program(Dictionary<string, object?> font)
    {
        var owner = file.Name(font, "Subtype") == "Type0" ? file.Dictionary(file.Array(font, "DescendantFonts").FirstOrDefault()) : font;
        return file.Dictionary(owner, "FontDescriptor") is { } descriptor
            ? Programs.Select(p => file.Resolve(descriptor.GetValueOrDefault(p))).OfType<PdfStream>().FirstOrDefault(s => s.LeftFilter is null) : null;
    }

    private static IEnumerable<byte[]> Strings(PdfStream stream)
    {
        var tokens = new PdfTokens(stream.Data!, 0, stream.Data!.Length);
        while (tokens.Next(references: false) is { } token)
        {
            foreach (var text in token is List<object?> list ? list.OfType<byte[]>() : token is byte[] own ? [own] : [])
            {
                yield return text;
            }
        }
    }
}
