using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>Cuts text in the words by which an evaluation counts: letters, digits and underscores, two or more, without particles.</summary>
internal static partial class GoldWords
{
    private static readonly HashSet<string> Particles =
    [
        "van", "de", "der", "den", "het", "ten", "ter", "te", "in", "op", "el", "al", "von", "du", "la", "le", "di", "da", "bin", "ben", "and", "en", "com", "https", "http", "www",
    ];

    /// <summary>The words of a text.</summary>
    public static IEnumerable<string> Of(string text) => Word().Matches(text).Select(m => m.Value.ToLowerInvariant()).Where(Counts);

    /// <summary>The words of an annotated document with the labels of their letters. A word split by a mark belongs to the removed side.</summary>
    public static IEnumerable<(string Word, Label? Label, bool IsTrap)> Of(GoldDocument gold)
    {
        var (text, owners) = Flat(gold);
        foreach (Match match in Word().Matches(text))
        {
            var word = match.Value.ToLowerInvariant();
            if (!Counts(word))
            {
                continue;
            }

            var here = owners.GetRange(match.Index, match.Length);
            yield return (word, here.Find(s => s.Label is not null)?.Label, here.Exists(s => s.IsTrap));
        }
    }

    private static bool Counts(string word) => word.Length > 1 && !Particles.Contains(word);

    private static (string Text, List<GoldSegment> Owners) Flat(GoldDocument gold)
    {
        var text = new StringBuilder();
        var owners = new List<GoldSegment>();
        foreach (var segment in gold.Segments)
        {
            text.Append(segment.Text);
            owners.AddRange(Enumerable.Repeat(segment, segment.Text.Length));
        }

        return gold.Kind is "html" or "htm" ? Plain(text.ToString(), owners) : (text.ToString(), owners);
    }

    /// <summary>Leaves tags out (a tag inside a word does not cut it) and reads entities.</summary>
    private static (string Text, List<GoldSegment> Owners) Plain(string html, List<GoldSegment> owners)
    {
        var text = new StringBuilder();
        var kept = new List<GoldSegment>();
        var position = 0;
        foreach (Match match in TagOrEntity().Matches(html))
        {
            text.Append(html, position, match.Index - position);
            kept.AddRange(owners.GetRange(position, match.Index - position));
            if (match.Value[0] == '&')
            {
                var decoded = WebUtility.HtmlDecode(match.Value);
                text.Append(decoded);
                kept.AddRange(Enumerable.Repeat(owners[match.Index], decoded.Length));
            }

            position = match.Index + match.Length;
        }

        text.Append(html, position, html.Length - position);
        kept.AddRange(owners.GetRange(position, html.Length - position));
        return (text.ToString(), kept);
    }

    [GeneratedRegex(@"[\p{L}\p{Nd}\p{Nl}\p{No}_]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"<[^>]+>|&#?\w+;")]
    private static partial Regex TagOrEntity();
}
