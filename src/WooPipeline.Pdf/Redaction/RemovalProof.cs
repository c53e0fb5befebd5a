using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Reads the new file and compares what its redacted pages show with what was meant to stay: letter by letter, in order.</summary>
internal static class RemovalProof
{
    public static void Check(ReadOnlyMemory<byte> file, IReadOnlyDictionary<int, string> keptByPage, PdfBudget budget)
    {
        if (keptByPage.Count == 0)
        {
            return;
        }

        var made = PdfFile.Open(file, "", new PdfBudget { MaxBytes = budget.MaxBytes, MaxTime = budget.MaxTime });
        var pages = PdfPages.Of(made);
        var source = new ContentSource(made);
        foreach (var (index, kept) in keptByPage)
        {
            var shown = new ShownText();
            new ContentInterpreter(source, shown).RunPage(pages[index]);
            if (shown.Texts.Digest() != kept)
            {
                throw new PdfException("niet-verwijderd", $"Page {index + 1} of the new file does not show what was meant to stay.");
            }
        }
    }

    private sealed class ShownText : IContentSink
    {
        public TextTrace Texts { get; } = new();

        public void BeginInstance(ContentInstance instance)
        {
        }

        public void EndInstance(ContentInstance instance)
        {
        }

        public void Operation(ContentInterpreter interpreter, ContentOperation operation)
        {
        }

        public void Glyph(in Glyph glyph)
        {
            if (!glyph.Font.Name.StartsWith("Inter", StringComparison.Ordinal) || glyph.Font.Dictionary["DescendantFonts"] is null || !IsCode(glyph))
            {
                Texts.Add(glyph.Text);
            }
        }

        public void Path(in PaintedPath path)
        {
        }

        public void Image(in PaintedImage image)
        {
        }

        private static bool IsCode(in Glyph glyph) =>
            glyph.Instance.Kind == InstanceKind.Page && glyph.Instance.Resources["Font"] is PdfDictionary fonts && fonts[MarkPainter.FontName] is PdfReference
            && glyph.Operation > glyph.Instance.Bytes.Span.LastIndexOf("%WooCodes"u8);
    }
}
