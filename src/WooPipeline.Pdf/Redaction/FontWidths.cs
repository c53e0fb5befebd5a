using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Widths of a simple font in the new file: those of letters that only removed text showed are gone where they would tell of it.</summary>
internal static class FontWidths
{
    /// <summary>Writes the widths of a simple font with its range of codes.</summary>
    public static void Copy(PdfFile file, FontUse use, PdfDictionary target, bool isEmbedded)
    {
        if (file.Get<PdfArray>(use.Source, "Widths") is not { } widths)
        {
            return;
        }

        var first = (int)Math.Clamp(file.Number(use.Source, "FirstChar"), 0, 255);
        var named = isEmbedded ? [] : DifferentCodes(file, use.Source);
        var used = use.KeepsAll || !isEmbedded
            ? Enumerable.Range(first, Math.Min(widths.Count, 256 - first)).ToList()
            : [.. use.Codes.Where(c => c >= first && c < first + widths.Count && c < 256)];
        if (used.Count == 0)
        {
            used = [first];
        }

        var isSparse = !HasAllLetters(file, widths, first);
        target["FirstChar"] = new PdfInteger(used[0]);
        target["LastChar"] = new PdfInteger(used[^1]);
        var kept = new PdfArray();
        for (var code = used[0]; code <= used[^1]; code++)
        {
            var isKept = use.Codes.Contains(code) || use.KeepsAll || !((isSparse && use.Orphans.Contains(code)) || named.Contains(code));
            kept.Add(used.Contains(code) && isKept && file.Resolve(widths[code - first]) is PdfNumber width ? width : new PdfInteger(0));
        }

        target["Widths"] = kept;
    }

    /// <summary>
    /// True where every Latin letter has a width, so that the list doesn't tell which were used; in another, those of letters
    /// that only removed text used go. Readers fit the font they put in place of one that isn't embedded to its widths, those of
    /// letters that aren't shown among them.
    /// </summary>
    private static bool HasAllLetters(PdfFile file, PdfArray widths, int first)
    {
        for (var code = (int)'A'; code <= 'z'; code++)
        {
            if (char.IsAsciiLetter((char)code) && (code < first || code - first >= widths.Count || file.Resolve(widths[code - first]) is not PdfNumber width || width.ToDouble() == 0))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Codes to which the encoding gives names of its own; those that aren't shown lose them.</summary>
    private static HashSet<int> DifferentCodes(PdfFile file, PdfDictionary source)
    {
        var codes = new HashSet<int>();
        var code = 0;
        foreach (var item in file.Get<PdfDictionary>(source, "Encoding") is { } set ? (file.Get<PdfArray>(set, "Differences") ?? []).Select(file.Resolve) : [])
        {
            if (item is PdfNumber number)
            {
                code = (int)Math.Clamp(number.ToDouble(), 0, 256);
            }
            else
            {
                codes.Add(code++);
            }
        }

        return codes;
    }
}
