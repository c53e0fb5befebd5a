using System.Collections.Immutable;

namespace WooPipeline.Pdf.Verify;

/// <summary>
/// Looks for words in every byte of a PDF: as they stand, in every stream unpacked, in strings with escapes and in hexadecimal,
/// in UTF-16, in show operators joined and read through the fonts' maps to text. It shares no code with what reads and
/// redacts, so that a fault there can't hide here.
/// </summary>
public static class PdfLeakScanner
{
    /// <summary>All places where a form stands.</summary>
    /// <param name="file">The file.</param>
    /// <param name="forms">Words or passages that must not stand in it; case, accents, ligatures, soft hyphens and line ends don't matter.</param>
    /// <returns>Hits by place in the file; each form at most once a place.</returns>
    public static ImmutableArray<PdfLeak> Scan(ReadOnlyMemory<byte> file, IReadOnlyCollection<string> forms)
    {
        var matcher = new FormMatcher(forms);
        if (matcher.IsEmpty)
        {
            return [];
        }

        var hits = ImmutableArray.CreateBuilder<PdfLeak>();
        var seen = new HashSet<PdfLeak>();
        void Report(string place, IEnumerable<int> found)
        {
            foreach (var form in found)
            {
                var leak = new PdfLeak(form, place);
                if (seen.Add(leak))
                {
                    hits.Add(leak);
                }
            }
        }

        var blocks = ByteBlocks.Of(file);
        var maps = FontMaps.Read(blocks);
        foreach (var block in blocks)
        {
            Report(block.Place, matcher.InBytes(block.Data.Span, block.IsPacked));
            if (block.IsPacked)
            {
                continue;
            }

            foreach (var text in StringViews.Of(block.Data.Span))
            {
                Report("string in " + block.Place, matcher.InText(text));
            }

            if (ShowTexts.LooksLikeContent(block.Data.Span))
            {
                foreach (var text in ShowTexts.Of(block.Data, maps))
                {
                    Report("text of " + block.Place, matcher.InText(text));
                }
            }
        }

        return hits.ToImmutable();
    }
}
