using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Formats.Office;
using WooPipeline.Formats.Pdf;
using WooPipeline.Formats.Word;
using WooPipeline.Publication;

namespace WooPipeline.Pipeline;

/// <summary>Writes the public files of one document: in place where a redactor keeps the native look, else rebuilt from the redacted tree.</summary>
internal sealed class PublishStage(Workspace workspace, FormatCatalog catalog, ReadLimits limits, HouseStyle style, string publication, bool native, bool byLibreOffice)
{
    /// <summary>The record with its public files.</summary>
    public DocumentRecord Run(DocumentRecord record, DocumentTree tree)
    {
        if (!record.State.HasFile())
        {
            return record;
        }

        var redactions = Redaction.From(record.Decisions);
        var isPdf = tree.Kind == DocumentKind.Pdf || (tree.Kind == DocumentKind.Image && !Unsearched.IsFor(record.Unit));
        var file = new SourceFile(record.Unit.Path, isPdf || native || byLibreOffice ? workspace.Content(record.Unit) : default);
        var redactor = file.Content.IsEmpty ? null : catalog.RedactorFor(file);
        var files = ImmutableArray.CreateBuilder<string>();
        var deviations = record.Deviations.ToBuilder();
        if (redactor is not null && isPdf && InPlace(redactor, file, tree, redactions, record.Id, "pdf", deviations) is { } inPlace)
        {
            files.Add(inPlace);
        }
        else if (byLibreOffice && redactor is WordRedactor && ByLibreOffice(redactor, file, tree, redactions, record, deviations) is { } converted)
        {
            files.Add(converted);
        }
        else
        {
            files.Add(Rebuild(record, tree, redactions, deviations));
        }

        if (native && redactor is not null && !isPdf
            && InPlace(redactor, file, tree, redactions, record.Id, file.Extension.TrimStart('.'), deviations) is { } extra)
        {
            files.Add(extra);
        }

        return record with { PublicFiles = files.ToImmutable(), Deviations = deviations.ToImmutable() };
    }

    private string? InPlace(
        INativeRedactor redactor, SourceFile file, DocumentTree tree, IReadOnlyList<Redaction> redactions, string id, string extension,
        ImmutableArray<Deviation>.Builder deviations)
    {
        var result = redactor.Redact(file, tree, redactions, limits);
        if (result.Problem is { } problem)
        {
            // The rebuilt file holds only what the tree says, so it is the safe second way.
            deviations.Add(new Deviation("in-place-failed", problem.Code));
            return null;
        }

        var path = $"documenten/{id}.{extension}";
        var full = Path.Combine(publication, path);
        File.WriteAllBytes(full, result.Content.Span);
        return path;
    }

    /// <summary>The PDF of the document redacted in place, for dossiers that want the look of their Word files kept; null where that can't be had.</summary>
    private string? ByLibreOffice(
        INativeRedactor redactor, SourceFile file, DocumentTree tree, IReadOnlyList<Redaction> redactions, DocumentRecord record, ImmutableArray<Deviation>.Builder deviations)
    {
        var result = redactor.Redact(file, tree, redactions, limits);
        if (result.Problem is null)
        {
            result = OfficePdf.Make(result.Content, new OfficePdfOptions { Title = TitleOf(record), Language = tree.Language }, limits);
        }

        if (result.Problem is { } problem)
        {
            deviations.Add(new Deviation("libreoffice-failed", problem.Code));
            return null;
        }

        var path = $"documenten/{record.Id}.pdf";
        File.WriteAllBytes(Path.Combine(publication, path), result.Content.Span);
        return path;
    }

    private static string TitleOf(DocumentRecord record) => record.Title.Length > 0 ? record.Title : $"Document {record.Id}";

    private string Rebuild(DocumentRecord record, DocumentTree tree, IReadOnlyList<Redaction> redactions, ImmutableArray<Deviation>.Builder deviations)
    {
        var redacted = TreeRedactor.Apply(tree, redactions);
        var path = $"documenten/{record.Id}.pdf";
        using var output = new MemoryStream();
        var report = PdfDocumentWriter.Write(redacted, style, new PdfWriteOptions
        {
            Title = TitleOf(record),
            DocumentNumber = record.Id,
            Date = tree.Date,
            Language = tree.Language,
        }, output);
        deviations.AddRange(report.Deviations);

        // Only a whole file is written: a fault before this leaves nothing in the package.
        File.WriteAllBytes(Path.Combine(publication, path), output.GetBuffer().AsSpan(0, (int)output.Length));
        return path;
    }
}
