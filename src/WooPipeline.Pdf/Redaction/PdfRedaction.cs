using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Pdf.Redaction;

/// <summary>
/// Redacts a file while its text is read, so that it is parsed once and a few pages are held at a time: each page is given out,
/// marked by the caller, and rebuilt when the next is asked for.
/// </summary>
public sealed class PdfRedaction
{
    private readonly PdfFile file;
    private readonly DocumentRebuilder rebuilder;
    private readonly List<PdfMark> marks = [];
    private bool isRead;

    /// <summary>Starts on a file.</summary>
    /// <param name="file">The source; was opened with its password where it has one.</param>
    /// <param name="options">How to redact.</param>
    public PdfRedaction(PdfFile file, PdfRedactionOptions options)
    {
        this.file = file;
        rebuilder = new DocumentRebuilder(file, options);
    }

    /// <summary>The pages in order; ask once, and to the end.</summary>
    /// <param name="wanted">Zero-based pages whose text is to be given; the others come without blocks. Null for all.</param>
    /// <exception cref="PdfException">The file goes beyond its bounds.</exception>
    public IEnumerable<PdfPageText> Pages(IReadOnlySet<int>? wanted = null)
    {
        rebuilder.Begin();
        foreach (var (content, text) in PdfTextReader.Pages(rebuilder.Source, wanted))
        {
            marks.Clear();
            yield return text;
            rebuilder.AddPage(text.Index, content, marks);
        }

        isRead = true;
    }

    /// <summary>Marks something on the page that was given out last.</summary>
    public void Mark(PdfMark mark) => marks.Add(mark);

    /// <summary>Writes the new file.</summary>
    /// <param name="output">Gets it; nothing is written when this throws.</param>
    /// <exception cref="PdfException">The file goes beyond its bounds, or (<c>niet-verwijderd</c>) removal can't be shown.</exception>
    /// <exception cref="InvalidOperationException">Not all pages were read.</exception>
    public PdfRedactionReport Finish(Stream output)
    {
        if (!isRead)
        {
            throw new InvalidOperationException("The pages were not read to the end.");
        }

        return PdfRedactor.Finish(rebuilder, file, output);
    }
}
