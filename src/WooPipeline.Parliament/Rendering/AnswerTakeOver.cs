using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>
/// Writes changes of an edited document into the texts they came from. A paragraph is only replaced where the text holds it word for word and
/// has no <c>{{ … }}</c> in it: what comes from data must be changed in the data. The rest is left for a person.
/// </summary>
public static class AnswerTakeOver
{
    /// <summary>Writes what can be written.</summary>
    /// <returns>The changes that were left.</returns>
    public static ImmutableArray<AnswerChange> Apply(string dossierFolder, ImmutableArray<AnswerChange> changes)
    {
        var left = ImmutableArray.CreateBuilder<AnswerChange>();
        left.AddRange(changes.Where(c => c.Text is null || c.Kind is not (ChangeKind.Changed or ChangeKind.Added or ChangeKind.Removed)));
        foreach (var group in changes.Except(left).GroupBy(c => c.Text!.Source))
        {
            var path = Path.Combine(dossierFolder, group.Key);
            var paragraphs = File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n\n").ToList();
            left.AddRange(group.Where(change => !TryApply(paragraphs, change)));
            File.WriteAllText(path, string.Join("\n\n", paragraphs.Where(p => p.Length > 0)).TrimEnd('\n') + "\n");
        }

        return left.ToImmutable();
    }

    private static bool TryApply(List<string> paragraphs, AnswerChange change)
    {
        if (change.Kind == ChangeKind.Added)
        {
            var behind = change.Behind.Length == 0 ? -1 : paragraphs.FindIndex(p => Says(p, change.Behind));
            if (behind < 0)
            {
                return false;
            }

            paragraphs.Insert(behind + 1, MarkdownEscape.Of(change.After));
            return true;
        }

        var index = paragraphs.FindIndex(p => Says(p, change.Before));
        if (index < 0 || paragraphs[index].Contains("{{", StringComparison.Ordinal))
        {
            return false;
        }

        // The keys above a text share their paragraph with nothing but a text that follows them without an empty line.
        var keys = KeysOf(paragraphs[index]);
        paragraphs[index] = keys + (change.Kind == ChangeKind.Removed ? "" : MarkdownEscape.Of(change.After));
        return true;
    }

    private static bool Says(string paragraph, string words) =>
        Quotes.Plain(PlainText.Of(MarkdownTree.Parse(paragraph[KeysOf(paragraph).Length..]).Blocks)) == Quotes.Plain(words);

    private static string KeysOf(string paragraph)
    {
        const string Fence = "---\n";
        var end = paragraph.StartsWith(Fence, StringComparison.Ordinal) ? paragraph.IndexOf("\n" + Fence, StringComparison.Ordinal) : -1;
        return end < 0 ? "" : paragraph[..(end + 1 + Fence.Length)];
    }
}
