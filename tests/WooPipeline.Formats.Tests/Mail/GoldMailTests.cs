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

    /// <summary>
    /// Pairs of files: a gold mail, and beside it (without a word of it) which lines of its text view are what, as a person read them: salutation,
    /// signature, disclaimer, quoted reply with its level, attribution.
    /// </summary>
    [Fact]
    public void Zones_of_the_gold_mails_are_as_a_person_read_them()
    {
        var folder = Repository.PathOf("tests", "WooPipeline.Formats.Tests", "Cases", "Mail", "gold-zones");
        if (Repository.Shared("gold") is not { } gold)
        {
            return;
        }

        var differences = new List<string>();
        var pairs = 0;
        foreach (var expected in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(expected).Split('-');
            var mail = Path.Combine(gold, name[0], "bronnen", name[1] + ".eml");
            var read = Assert.IsType<DocumentRead>(FormatCatalog.Default.Read(new SourceFile(mail, File.ReadAllBytes(mail)), ReadLimits.Default));
            pairs++;
            differences.AddRange(Outline(read.Tree).Except(File.ReadAllLines(expected), StringComparer.Ordinal).Select(l => $"{name[0]}-{name[1]}: not {l}"));
            differences.AddRange(File.ReadAllLines(expected).Except(Outline(read.Tree), StringComparer.Ordinal).Select(l => $"{name[0]}-{name[1]}: lacks {l}"));
        }

        Assert.True(pairs >= 30, $"{pairs}");
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    /// <summary>Lines of the view, from 1, that zones of a message's structure cover.</summary>
    private static List<string> Outline(DocumentTree tree)
    {
        var view = TextView.Of(tree);
        var end = view.Text.IndexOf("Oorspronkelijke kopregels", StringComparison.Ordinal);
        int Line(int at) => view.Text.AsSpan(0, at).Count('\n') + 1;
        return
        [
            .. view.Zones.Where(z => z.Span.Start < end && (z.Kind is ZoneKind.Salutation or ZoneKind.Signature or ZoneKind.Disclaimer or ZoneKind.QuotedReply || z.Name == "Attribution"))
                .Select(z => $"{z.Kind}{(z.Level > 0 ? " " + z.Level.ToString(System.Globalization.CultureInfo.InvariantCulture) : "")} {Line(z.Span.Start)}-{Line(Math.Max(z.Span.Start, z.Span.End - 1))}"),
        ];
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
