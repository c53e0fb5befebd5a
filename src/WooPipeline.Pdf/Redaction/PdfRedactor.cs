using System.Collections.Frozen;
using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Pdf.Redaction;

/// <summary>
/// Removes passages from a PDF and writes a new file of what may stay: reachable objects and known keys only. No box is drawn
/// where removal did not succeed: the new file is read again before it is given out.
/// </summary>
public static class PdfRedactor
{
    /// <summary>Redacts a file.</summary>
    /// <param name="file">The source; was opened with its password where it has one.</param>
    /// <param name="marks">What to remove.</param>
    /// <param name="options">How.</param>
    /// <param name="output">Gets the new file; nothing is written when this throws.</param>
    /// <exception cref="PdfException">The file goes beyond its bounds, or (<c>niet-verwijderd</c>) removal can't be shown.</exception>
    public static PdfRedactionReport Redact(PdfFile file, IReadOnlyList<PdfMark> marks, PdfRedactionOptions options, Stream output)
    {
        var rebuilder = new DocumentRebuilder(file, options);
        rebuilder.Begin();
        var byPage = marks.ToLookup(m => m.Page);
        foreach (var (page, index) in PdfPages.Of(file).Select((p, i) => (p, i)))
        {
            var content = PageContent.Read(rebuilder.Source, page);
            rebuilder.AddPage(index, content, [.. byPage[index]]);
            content.Release();
        }

        return Finish(rebuilder, file, output);
    }

    /// <summary>Writes what was rebuilt, once it is read again.</summary>
    internal static PdfRedactionReport Finish(DocumentRebuilder rebuilder, PdfFile file, Stream output)
    {
        using var made = new MemoryStream();
        rebuilder.Finish(made);
        RemovalProof.Check(made.GetBuffer().AsMemory(0, (int)made.Length), rebuilder.KeptByPage, file.Budget);
        made.WriteTo(output);
        return rebuilder.Report();
    }

    /// <summary>The pages with their text, as marks name their glyphs.</summary>
    public static IEnumerable<PdfPageText> Pages(PdfFile file) => PdfTextReader.Pages(file).Select(p => p.Text);

    /// <summary>Zero-based numbers of the pages that are scans without text.</summary>
    public static IEnumerable<int> Scans(PdfFile file) =>
        PdfTextReader.Pages(new ContentSource(file), FrozenSet<int>.Empty).Where(p => p.Text.IsScan).Select(p => p.Text.Index);
}
