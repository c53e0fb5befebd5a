using WooPipeline.Documents;

namespace WooPipeline.Formats.Tests.Office;

/// <summary>Reads and redacts every file of a folder of the corpus.</summary>
internal static class CorpusRun
{
    /// <summary>Names of files that a reader gave up on by a fault of its own; each quarantine is printed with its reason.</summary>
    public static List<string> Faults(string kind)
    {
        var faults = new List<string>();
        foreach (var path in Files(kind))
        {
            if (FormatCatalog.Default.Read(new SourceFile(Path.GetFileName(path), File.ReadAllBytes(path)), ReadLimits.Default) is Quarantined quarantined)
            {
                Console.WriteLine($"{Path.GetFileName(path)}: {quarantined.Code}: {quarantined.Reason}");
                if (quarantined.Reason.Contains("kon niet als", StringComparison.Ordinal))
                {
                    faults.Add(Path.GetFileName(path));
                }
            }
        }

        return faults;
    }

    /// <summary>
    /// Takes a random tenth of the words out of every file that can be read and tells what went wrong: words left in any part in any form,
    /// new errors of the validator, other words that changed or moved.
    /// </summary>
    public static List<string> Redact(string kind, IFormatReader reader, INativeRedactor redactor, Func<DocumentTree, DocumentTree>? compared = null)
    {
        var failures = new List<string>();
        var files = 0;
        var removed = 0;
        compared ??= tree => tree;
        foreach (var path in Files(kind))
        {
            var file = new SourceFile(Path.GetFileName(path), File.ReadAllBytes(path));
            if (reader.Read(file, ReadLimits.Default) is not DocumentRead read)
            {
                continue;
            }

            files++;
            var (redactions, words) = WordPicker.Tenth(TextView.Of(read.Tree), files);
            removed += redactions.Count;
            var result = redactor.Redact(file, read.Tree, redactions, ReadLimits.Default);
            if (result.Problem is { } problem)
            {
                failures.Add($"{file.Name}: {problem.Code} {problem.Place}");
                continue;
            }

            var bytes = result.Content.ToArray();
            failures.AddRange(WordPicker.Leaks(bytes, words).Take(5).Select(leak => $"{file.Name}: leak {leak}"));
            failures.AddRange(OfficeChecks.NewErrors(file.Content.ToArray(), bytes, kind == "xlsx").Take(3).Select(error => $"{file.Name}: {error}"));
            var again = Assert.IsType<DocumentRead>(reader.Read(file with { Content = bytes }, ReadLimits.Default)).Tree;
            var expected = Words(compared(TreeRedactor.Apply(read.Tree, redactions)));
            var left = Words(compared(TreeRedactor.Apply(again, [])));
            if (!expected.SequenceEqual(left))
            {
                var at = expected.Zip(left).TakeWhile(p => p.First == p.Second).Count();
                failures.Add($"{file.Name}: other words differ at {at} of {expected.Count}/{left.Count}: '{string.Join(' ', expected.Skip(Math.Max(0, at - 2)).Take(6))}' became '{string.Join(' ', left.Skip(Math.Max(0, at - 2)).Take(6))}'");
            }
        }

        Console.WriteLine($"{kind} corpus: {files} files redacted, {removed} passages removed, {failures.Count} failures");
        return failures;
    }

    private static List<string> Words(DocumentTree tree)
    {
        var view = TextView.Of(tree);
        return WordPicker.Words(view.Text[..view.BodyEnd]);
    }

    private static List<string> Files(string kind) => Repository.Shared("corpus", kind) is { } corpus
        ? [.. Directory.GetFiles(corpus, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
        : [];
}
