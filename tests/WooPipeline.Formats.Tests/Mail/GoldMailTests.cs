using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Tests.Mail;

public sealed class GoldMailTests
{
    [Fact]
    public void No_word_of_a_gold_mail_is_lost_and_all_stand_in_order()
    {
        if (Repository.Shared("gold") is not { } gold)
        {
            return;
        }

        var failures = new List<string>();
        var count = 0;
        foreach (var path in Directory.EnumerateFiles(gold, "*.eml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            count++;
            var read = Assert.IsType<DocumentRead>(FormatCatalog.Default.Read(new SourceFile(path, File.ReadAllBytes(path)), ReadLimits.Default));
            failures.AddRange(Check(File.ReadAllText(path, Encoding.UTF8).Replace("\r\r\n", "\n", StringComparison.Ordinal).ReplaceLineEndings("\n"), read.Tree).Select(f => $"{path[(gold.Length + 1)..]}: {f}"));
        }

        Assert.True(count > 0);
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static IEnumerable<string> Check(string mail, DocumentTree tree)
    {
        var text = TextView.Of(tree).Text;
        var cut = text.IndexOf("Oorspronkelijke kopregels", StringComparison.Ordinal);
        if (cut < 0)
        {
            yield return "no header block";
            yield break;
        }

        // Encoded words are compared by their names' fields only: their words are not in the raw source.
        var header = string.Join('\n', PlainMime.Header(mail).Split('\n').Where(l => !l.Contains("=?", StringComparison.Ordinal)));
        if (Words.FirstMissing(Words.Of(header), Words.Of(text[cut..])) is { } lost)
        {
            yield return $"header word '{lost}'";
        }

        var body = Words.Of(text[..cut]);
        foreach (var (type, part) in PlainMime.TextParts(mail))
        {
            if (Words.FirstMissing(Words.Of(part), body) is { } word)
            {
                yield return $"body word '{word}' of the {type} part";
            }
        }
    }
}
