using System.Collections.Immutable;
using System.IO.Compression;
using WooPipeline.Pipeline;

namespace WooPipeline.Review;

/// <summary>Drafts for colleagues as PDF: one, or several in a zip.</summary>
internal static class DraftPdf
{
    private static readonly DateTimeOffset NoTime = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The draft of a document.</summary>
    public static ReadOnlyMemory<byte> Of(ReviewDesk desk, string id)
    {
        var open = desk.Open(id);
        if (!open.Desk.Document.HasText)
        {
            throw ReviewException.NotFound("Van dit document is geen concept te maken: er is geen tekst gelezen.");
        }

        ImmutableArray<string> remarks = [.. (open.Desk.ByPerson?.Passages ?? []).Where(p => p.Comment.Length > 0)
            .Select(p => (p.Text.Length > 0 && p.Area is null ? $"Bij “{p.Text.ReplaceLineEndings(" ")}”: " : "Bij een vlak: ") + p.Comment)];
        return ReviewPublication.Draft(desk.Dossier, open.Desk.Document, open.Tree, open.Desk.Decisions, remarks);
    }

    /// <summary>The drafts of several documents in a zip, in a file that goes when it is closed.</summary>
    public static Stream Zip(ReviewDesk desk, IReadOnlyList<string> ids)
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        try
        {
            using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var id in ids)
                {
                    var entry = zip.CreateEntry($"concept-{id}.pdf");
                    entry.LastWriteTime = NoTime;
                    using var output = entry.Open();
                    output.Write(Of(desk, id).Span);
                }
            }

            file.Position = 0;
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
