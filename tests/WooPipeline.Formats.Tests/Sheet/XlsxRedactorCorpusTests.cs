using WooPipeline.Documents;
using WooPipeline.Formats.Tests.Office;
using WooPipeline.Formats.Sheet;

namespace WooPipeline.Formats.Tests.Sheet;

/// <summary>A random tenth of the words is taken out of every file of the corpus that can be read.</summary>
public sealed class XlsxRedactorCorpusTests
{
    private const int Seed = 0;

    [Fact]
    public void Removed_words_stand_nowhere_and_all_others_stand_in_order()
    {
        if (Repository.Shared("corpus", "xlsx") is not { } corpus)
        {
            return;
        }

        var failures = new List<string>();
        var files = 0;
        var removed = 0;
        foreach (var path in Directory.GetFiles(corpus, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var file = new SourceFile(Path.GetFileName(path), File.ReadAllBytes(path));
            if (new XlsxReader().Read(file, ReadLimits.Default) is not DocumentRead read)
            {
                continue;
            }

            files++;
            var view = TextView.Of(read.Tree);
            var (redactions, words) = WordPicker.Tenth(view, Seed + files);
            removed += redactions.Count;
            var result = new XlsxRedactor().Redact(file, read.Tree, redactions, ReadLimits.Default);
            if (result.Problem is { } problem)
            {
                failures.Add($"{file.Name}: {problem.Code} {problem.Place}");
                continue;
            }

            var bytes = result.Content.ToArray();
            failures.AddRange(WordPicker.Leaks(bytes, words).Take(5).Select(leak => $"{file.Name}: leak {leak}"));
            failures.AddRange(OfficeChecks.NewErrors(file.Content.ToArray(), bytes, sheet: true).Take(3).Select(error => $"{file.Name}: {error}"));
            var again = TextView.Of(WithoutNames(TreeRedactor.Apply(Assert.IsType<DocumentRead>(new XlsxReader().Read(file with { Content = bytes }, ReadLimits.Default)).Tree, [])));
            var expected = WordPicker.Words(TextView.Of(WithoutNames(TreeRedactor.Apply(read.Tree, redactions))) is var cut ? cut.Text[..cut.BodyEnd] : "");
            if (!expected.SequenceEqual(WordPicker.Words(again.Text[..again.BodyEnd])))
            {
                var left = WordPicker.Words(again.Text[..again.BodyEnd]);
                var at = expected.Zip(left).TakeWhile(p => p.First == p.Second).Count();
                failures.Add($"{file.Name}: other words differ at {at} of {expected.Count}/{left.Count}: '{string.Join(' ', expected.Skip(Math.Max(0, at - 2)).Take(6))}' became '{string.Join(' ', left.Skip(Math.Max(0, at - 2)).Take(6))}'");
            }
        }

        Console.WriteLine($"xlsx corpus: {files} files redacted, {removed} passages removed, {failures.Count} failures");
        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(120)));
    }

    /// <summary>Names of sheets get a number where two are marked alike, so they are left out of the comparison.</summary>
    private static DocumentTree WithoutNames(DocumentTree tree) => tree with { Blocks = [.. tree.Blocks.Where(b => b is not Heading)] };
}
