using System.Text.RegularExpressions;
using System.Xml.Linq;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Office;

/// <summary>
/// Words that were removed and stand nowhere in what is kept: none may be left in any part. Short words are no evidence, since the format's
/// own vocabulary is full of them.
/// </summary>
internal sealed partial class RemovedWords
{
    private const int LeastLength = 4;
    private readonly HashSet<string> words;

    private RemovedWords(HashSet<string> words) => this.words = words;

    /// <summary>The words of the passages less those of the text that stays.</summary>
    public static RemovedWords Of(TextView view, IReadOnlyList<Redaction> redactions, string kept)
    {
        var removed = redactions.SelectMany(r => Words(view.Slice(r.Span).ToString())).ToHashSet(StringComparer.OrdinalIgnoreCase);
        removed.RemoveWhere(word => kept.Contains(word, StringComparison.OrdinalIgnoreCase));
        return new RemovedWords(removed);
    }

    /// <summary>True where the text holds a removed word.</summary>
    public bool AreIn(string text) => words.Count > 0 && Words(text).Any(words.Contains);

    /// <summary>True where text or a telling attribute of an element tree holds a removed word.</summary>
    public bool AreIn(XElement root)
    {
        if (words.Count == 0)
        {
            return false;
        }

        foreach (var element in root.DescendantsAndSelf())
        {
            if ((!element.HasElements && element.Name.LocalName is not ("instrText" or "v") && element.Value.Length >= LeastLength && AreIn(element.Value))
                || element.Attributes().Any(a => IsTelling(a) && AreIn(a.Value)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTelling(XAttribute attribute) => !attribute.IsNamespaceDeclaration && attribute.Name.LocalName
        is "descr" or "title" or "alt" or "string" or "tooltip" or "author" or "initials" or "prompt" or "error" or "display" or "location" or "caption" or "Target";

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(m => m.Value).Where(w => w.Length >= LeastLength);

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
