using WooPipeline.Documents;
using WooPipeline.Formats.Tests.Office;
using WooPipeline.Formats.Word;

namespace WooPipeline.Formats.Tests.Word;

/// <summary>A random tenth of the words is taken out of every file of the corpus that can be read.</summary>
public sealed class WordRedactorCorpusTests
{
    private const int Seed = 0;

    [Fact]
    public void Removed_words_stand_nowhere_and_all_others_stand_in_order()
    {
        if (Repository.Shared("corpus", "docx") is not { } corpus)
        {
            return;
        }

        var failures = new List<string>();
        var files = 0;
        var removed = 0;
        foreach (var path in Directory.GetFiles(corpus, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var file = new SourceFile(Path.GetFileName(path), File.ReadAllBytes(path));
            if (new WordReader().Read(file, ReadLimits.Default) is not DocumentRead read)
            {
                continue;
            }

            files++;
            var view = TextView.Of(read.Tree);
            var (redactions, words) = WordPicker.Tenth(view, Seed + files);
            removed += redactions.Count;
            var result = new WordRedactor().Redact(file, read.Tree, redactions, ReadLimits.Default);
            if (result.Problem is { } problem)
            {
                failures.Add($"{file.Name}: {problem.Code} {problem.Place}");
                continue;
            }

            var bytes = result.Content.ToArray();
            failures.AddRange(WordPicker.Leaks(bytes, words).Take(5).Select(leak => $"{file.Name}: leak {leak}"));
            failures.AddRange(OfficeChecks.NewErrors(file.Content.ToArray(), bytes).Take(3).Select(error => $"{file.Name}: {error}"));
            var again = TextView.Of(TreeRedactor.Apply(Assert.IsType<DocumentRead>(new WordReader().Read(file with { Content = bytes }, ReadLimits.Default)).Tree, []));
            var expected = WordPicker.Words(TextView.Of(TreeRedactor.Apply(read.Tree, redactions)) is var cut ? cut.Text[..cut.BodyEnd] : "");
            if (!expected.SequenceEqual(WordPicker.Words(again.Text[..again.BodyEnd])))
            {
                var left = WordPicker.Words(again.Text[..again.BodyEnd]);
                var at = expected.Zip(left).TakeWhile(p => p.First == p.Second).Count();
                failures.Add($"{file.Name}: other words differ at {at} of {expected.Count}/{left.Count}: '{string.Join(' ', expected.Skip(Math.Max(0, at - 2)).Take(6))}' became '{string.Join(' ', left.Skip(Math.Max(0, at - 2)).Take(6))}'");
            }
        }

        Console.WriteLine($"docx corpus: {files} files redacted, {removed} passages removed, {failures.Count} failures");
        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(120)));
    }
}
