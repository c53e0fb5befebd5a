using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WooPipeline.Documents;
using WooPipeline.Formats;

namespace WooPipeline.Pipeline;

/// <summary>
/// Which public files came of which document with which decisions. The files themselves lie in the last package: where one still does,
/// with its bytes, it is taken over rather than made again.
/// </summary>
/// <param name="workspace">Where it is kept.</param>
/// <param name="lastPublication">The <c>publicatie/</c> of the last package; need not exist.</param>
/// <param name="common">All that the files of every document follow from: style and options.</param>
internal sealed class PublicFileMemory(Workspace workspace, string lastPublication, string common)
{
    private const string Kind = "publiek";

    /// <summary>The key of a document's public files.</summary>
    public string KeyOf(PublicFileSet files)
    {
        var record = files.Record;
        var text = new StringBuilder(BuildIdentity.Current).Append('\n').Append(common).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"{record.Id}|{record.Unit.TreeKey}|{record.ShownEnd}|{files.Title}|{string.Join(' ', record.Attachments)}");
        foreach (var redaction in files.Redactions)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{redaction.Span.Start}|{redaction.Span.End}|{redaction.Ground.Code}|{redaction.Label}|{redaction.MarkText}");
            if (redaction.Area is { } area)
            {
                text.Append(CultureInfo.InvariantCulture, $"|{area.Page} {area.Left:R} {area.Bottom:R} {area.Right:R} {area.Top:R}");
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Takes the files over from the last package; false where not all of them stand there as they were made.</summary>
    public bool TryTake(string key, PublicFileSet files)
    {
        if (workspace.Get(Kind, key) is not { } bytes || JsonSerializer.Deserialize<Stored>(bytes) is not { } stored)
        {
            return false;
        }

        var contents = new List<(string Extension, byte[] Content)>();
        foreach (var (extension, sha256) in stored.Files)
        {
            var path = Path.Combine(lastPublication, $"documenten/{files.Record.Id}.{extension}");
            if (!File.Exists(path) || File.ReadAllBytes(path) is not { } content || Convert.ToHexStringLower(SHA256.HashData(content)) != sha256)
            {
                return false;
            }

            contents.Add((extension, content));
        }

        foreach (var (extension, content) in contents)
        {
            files.Add(extension, content);
        }

        files.Deviations.AddRange(stored.Deviations.Select(d => new Deviation(d.Code, d.Place)));
        files.MarkPages = [.. stored.MarkPages];
        return true;
    }

    /// <summary>Notes what was made.</summary>
    public void Keep(string key, PublicFileSet files)
    {
        var made = files.Deviations.Skip(files.Record.Deviations.Length).Select(d => new StoredDeviation(d.Code, d.Place));
        var stored = new Stored([.. files.Hashes.Select(h => new StoredFile(h.Extension, h.Sha256))], [.. made], [.. files.MarkPages]);
        workspace.Put(Kind, key, JsonSerializer.SerializeToUtf8Bytes(stored));
    }

    private sealed record StoredFile(string Extension, string Sha256);

    private sealed record StoredDeviation(string Code, string Place);

    private sealed record Stored(StoredFile[] Files, StoredDeviation[] Deviations, int[] MarkPages);
}
