using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Tests.Office;

/// <summary>Chooses a random tenth of a document's words and looks for what is left of them in a package's raw parts.</summary>
internal static partial class WordPicker
{
    /// <summary>Words that the formats use themselves: finding them in a part says nothing.</summary>
    private static readonly HashSet<string> Vocabulary = LoadVocabulary();

    /// <summary>Removals of every standing of a tenth of the distinct words.</summary>
    public static (List<Redaction> Redactions, HashSet<string> Words) Tenth(TextView view, int seed)
    {
        var all = Word().Matches(view.Text).ToList();
        var random = new Random(seed);
        var distinct = all.Select(m => m.Value.ToLowerInvariant()).Distinct(StringComparer.Ordinal)
            .Where(w => w.Length >= 4 && w.Count(char.IsLetter) > 1 && w.Any(c => !"ivxlcdm".Contains(c)) && !Vocabulary.Contains(w)).Order(StringComparer.Ordinal).ToList();
        // A word within a longer one that stays is no leak: the longer one was judged as a whole.
        var everything = string.Join('\n', all.Select(m => m.Value.ToLowerInvariant()).Distinct(StringComparer.Ordinal));
        distinct.RemoveAll(w => everything.IndexOf(w, StringComparison.Ordinal) != everything.LastIndexOf(w, StringComparison.Ordinal));
        var chosen = distinct.Where(_ => random.Next(10) == 0).ToHashSet(StringComparer.Ordinal);
        if (chosen.Count == 0 && distinct.Count > 0)
        {
            chosen.Add(distinct[random.Next(distinct.Count)]);
        }

        var redactions = all.Where(m => chosen.Contains(m.Value.ToLowerInvariant()))
            .Select(m => new Redaction(TextSpan.At(m.Index, m.Length), "5.1.2e", GroundCatalog.Privacy, Label.Name)).ToList();
        return (redactions, chosen);
    }

    /// <summary>Every standing of a word.</summary>
    public static IEnumerable<TextSpan> All(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            yield return TextSpan.At(at, word.Length);
        }
    }

    /// <summary>Words of a text in lower case.</summary>
    public static List<string> Words(string text) => [.. Word().Matches(text).Select(m => m.Value.ToLowerInvariant())];

    /// <summary>Removed words that stand in any part in any form: inflated, entities undone, UTF-8 or UTF-16; with the part's name.</summary>
    public static List<string> Leaks(byte[] package, HashSet<string> words)
    {
        var found = new List<string>();
        using var zip = new ZipArchive(new MemoryStream(package, writable: false));
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            var bytes = copy.ToArray();
            var utf8 = Encoding.UTF8.GetString(bytes);
            string[] forms = [utf8, WebUtility.HtmlDecode(Tag().Replace(utf8, "")), Encoding.Unicode.GetString(bytes), entry.FullName];
            foreach (var form in forms)
            {
                found.AddRange(Words(form).Where(words.Contains).Distinct().Select(w => $"{entry.FullName}: {w}"));
            }
        }

        return [.. found.Distinct()];
    }

    private static HashSet<string> LoadVocabulary()
    {
        // Every name of elements, attributes and built-in styles of the two standards, as the SDK's own types spell them.
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in typeof(DocumentFormat.OpenXml.Wordprocessing.Document).Assembly.GetTypes().Where(t => t.IsPublic))
        {
            words.Add(type.Name.ToLower(CultureInfo.InvariantCulture));
            foreach (var member in type.GetFields().Select(f => f.Name).Concat(type.GetProperties().Select(p => p.Name)))
            {
                words.Add(member.ToLower(CultureInfo.InvariantCulture));
            }
        }

        foreach (var word in Words(File.ReadAllText(Repository.PathOf("tests", "WooPipeline.Formats.Tests", "Data", "office-vocabulary.txt"))))
        {
            words.Add(word);
        }

        return words;
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("<[^>]+>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
