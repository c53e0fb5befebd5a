using WooPipeline.Documents;
using WooPipeline.Formats.Outlook;

namespace WooPipeline.Formats.Tests.Outlook;

public sealed class CorpusMsgTests
{
    [Fact]
    public void Every_valid_message_of_the_corpus_is_read_with_its_body_and_attachments()
    {
        if (Repository.Shared("corpus", "msg") is not { } corpus)
        {
            return;
        }

        var failures = new List<string>();
        foreach (var path in Directory.EnumerateFiles(corpus, "*.msg", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var result = FormatCatalog.Default.Read(new SourceFile(path, File.ReadAllBytes(path)), ReadLimits.Default);
            failures.AddRange(Check(path, result).Select(f => $"{path[(corpus.Length + 1)..]}: {f}"));
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static IEnumerable<string> Check(string path, ReadResult result)
    {
        var isFuzzed = path.Contains("clusterfuzz", StringComparison.Ordinal);
        var isEncrypted = path.Contains("& encrypted", StringComparison.Ordinal);
        if (result is Quarantined quarantined)
        {
            if (!(isFuzzed && quarantined.Code == "beschadigd") && !(isEncrypted && quarantined.Code == "versleuteld"))
            {
                yield return $"{quarantined.Code}: {quarantined.Reason}";
            }

            yield break;
        }

        var read = (DocumentRead)result;
        var storage = CompoundFile.Open(File.ReadAllBytes(path)).Root;
        if (HasBody(storage) && Body(read).Length == 0)
        {
            yield return "no body";
        }

        var attachments = storage.Storages.Count(s => s.StartsWith("__attach_version1.0_#", StringComparison.Ordinal));
        var isSigned = read.Deviations.Any(d => d.Code == "mail-signature");
        if (!isSigned && read.Attachments.Length != attachments)
        {
            yield return $"{read.Attachments.Length} attachments, {attachments} in the file";
        }
    }

    /// <summary>True where a body of any form holds a letter; RTF counts by its own text after unpacking.</summary>
    private static bool HasBody(CompoundStorage storage) =>
        Text(storage, "__substg1.0_1000001F", System.Text.Encoding.Unicode).Any(char.IsLetterOrDigit)
        || Text(storage, "__substg1.0_1000001E", System.Text.Encoding.Latin1).Any(char.IsLetterOrDigit)
        || System.Text.RegularExpressions.Regex.Replace(Text(storage, "__substg1.0_10130102", System.Text.Encoding.UTF8), "(?s)<(style|title).*?</\\1>|<!--.*?-->|<[^>]*>|&nbsp;", "").Any(char.IsLetterOrDigit)
        || (storage.Stream("__substg1.0_10090102") is { } rtf && CompressedRtf.Decompress(rtf.Span) is { } unpacked && RtfText.Read(unpacked) is { Kind: not RtfKind.Html } text && text.Text.Any(char.IsLetterOrDigit));

    private static string Text(CompoundStorage storage, string name, System.Text.Encoding encoding) =>
        storage.Stream(name) is { } bytes ? encoding.GetString(bytes.Span) : "";

    private static string Body(DocumentRead read)
    {
        var blocks = read.Tree.Blocks.Skip(1).TakeWhile(b => b is not Heading { Content: [TextRun { Text: "Oorspronkelijke kopregels" }] });
        return PlainText.Of([.. blocks]).Trim();
    }
}
