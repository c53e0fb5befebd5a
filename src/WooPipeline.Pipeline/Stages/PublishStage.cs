using System.Collections.Immutable;
using System.Text.Json;
using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Formats.Image;
using WooPipeline.Formats.Office;
using WooPipeline.Formats.Pdf;
using WooPipeline.Formats.Word;
using WooPipeline.Publication;

namespace WooPipeline.Pipeline;

/// <summary>Writes the public files of one document: in place where a redactor keeps the native look, else rebuilt from the redacted tree.</summary>
internal sealed class PublishStage(Workspace workspace, FormatCatalog catalog, ReadLimits limits, HouseStyle style, IPublicFiles publication, string lastPublication, bool native, bool byLibreOffice)
{
    // Without a last package there is nothing to take over, and nothing is noted for a next one.
    private readonly PublicFileMemory? memory = lastPublication.Length == 0 ? null : new(workspace, lastPublication, $"{native} {byLibreOffice} {JsonSerializer.Serialize(style)}");

    /// <summary>Where the files go.</summary>
    public IPublicFiles Files => publication;

    /// <summary>The record with its public files.</summary>
    public DocumentRecord Run(DocumentRecord record, DocumentTree tree)
    {
        if (!record.State.HasFile())
        {
            return record;
        }

        var files = new PublicFileSet(publication, record);
        var key = memory?.KeyOf(files);
        if (memory?.TryTake(key!, files) != true)
        {
            if (!Make(tree, files))
            {
                return Refused(record);
            }

            memory?.Keep(key!, files);
        }

        return files.Finish();
    }

    /// <summary>A rectangle that a person drew could not be cleared: the document waits for a person rather than go out with it.</summary>
    private static DocumentRecord Refused(DocumentRecord record) => record with
    {
        State = DocumentState.Quarantined,
        Title = "",
        Unit = record.Unit with
        {
            Quarantine = new Quarantined("vlak", "In dit document is een vlak aangewezen dat moet worden gelakt, en dat lukt in dit bestand niet. Zet er een leesbaar exemplaar voor in de plaats (bijvoorbeeld een nieuwe PDF), of haal het vlak weg met 'woo review'."),
        },
    };

    /// <summary>Makes the files; false, with nothing made, where rectangles on its pages can't be cleared.</summary>
    private bool Make(DocumentTree tree, PublicFileSet files)
    {
        var hasAreas = files.Redactions.Any(r => r.Area is { IsOnPicture: false });
        var record = files.Record;
        var isPdf = tree.Kind == DocumentKind.Pdf || (tree.Kind == DocumentKind.Image && !Unsearched.IsFor(record.Unit));
        var file = new SourceFile(record.Unit.Path, isPdf || native || byLibreOffice ? workspace.Content(record.Unit) : default);
        var redactor = file.Content.IsEmpty ? null : catalog.RedactorFor(file);
        var made = (redactor is not null && isPdf && InPlace(redactor, file, tree, "pdf", files))
            || (byLibreOffice && !hasAreas && redactor is WordRedactor && ByLibreOffice(redactor, file, tree, files));
        if (!made && hasAreas)
        {
            return false; // what is laid out anew has no pages on which the rectangle lies
        }

        if (!made)
        {
            Rebuild(tree, files);
        }

        if (native && redactor is not null && !isPdf && redactor is not PdfNativeRedactor)
        {
            InPlace(redactor, file, tree, file.Extension.TrimStart('.'), files);
        }

        return true;
    }

    private bool InPlace(INativeRedactor redactor, SourceFile file, DocumentTree tree, string extension, PublicFileSet files)
    {
        var result = redactor.Redact(file, tree, files.Redactions, limits);
        if (result.Problem is { } problem)
        {
            // The rebuilt file holds only what the tree says, so it is the safe second way.
            files.Deviations.Add(new Deviation("in-place-failed", problem.Code));
            return false;
        }

        files.Deviations.AddRange(result.Notes);
        files.MarkPages = files.Paths.Count == 0 ? result.MarkPages : files.MarkPages;
        files.Add(extension, result.Content.Span);
        return true;
    }

    /// <summary>The PDF of the document redacted in place, for dossiers that want the look of their Word files kept; false where that can't be had.</summary>
    private bool ByLibreOffice(INativeRedactor redactor, SourceFile file, DocumentTree tree, PublicFileSet files)
    {
        var result = redactor.Redact(file, tree, files.Redactions, limits);
        if (result.Problem is null)
        {
            result = OfficePdf.Make(result.Content, new OfficePdfOptions { Title = files.Title, Language = tree.Language }, limits);
        }

        if (result.Problem is { } problem)
        {
            files.Deviations.Add(new Deviation("libreoffice-failed", problem.Code));
            return false;
        }

        files.Add("pdf", result.Content.Span);
        return true;
    }

    private void Rebuild(DocumentTree tree, PublicFileSet files)
    {
        using var output = new MemoryStream();
        var report = PdfDocumentWriter.Write(AttachmentNumbers.Add(TreeRedactor.Apply(tree, files.Redactions, PictureAreas.Paint), files.Record.Attachments), style, new PdfWriteOptions
        {
            Title = files.Title,
            DocumentNumber = files.Record.Id,
            Date = tree.Date,
            Language = tree.Language,
        }, output);
        files.Deviations.AddRange(report.Deviations);
        files.MarkPages = Pages(files, report.MarkPages);
        files.Add("pdf", output.GetBuffer().AsSpan(0, (int)output.Length));
    }

    /// <summary>The n-th mark is the n-th passage's, as long as there are as many; a page that isn't sure isn't given.</summary>
    private static ImmutableArray<int> Pages(PublicFileSet files, ImmutableArray<int> marks)
    {
        var shown = files.Redactions.Count(r => r.Span.Start < files.Record.ShownEnd);
        return marks.Length == shown ? [.. marks, .. Enumerable.Repeat(0, files.Redactions.Count - shown)] : [];
    }
}
