using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using WooPipeline.Documents;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Tests.Mail;

public sealed class CorpusMailTests
{
    [Fact]
    public void Expectations_of_other_parsers_hold_and_what_departs_is_explained()
    {
        if (Repository.Shared("corpus", "eml") is not { } corpus)
        {
            return;
        }

        var explained = File.ReadAllLines(Repository.PathOf("tests", "WooPipeline.Formats.Tests", "Cases", "Mail", "eml-departures.csv"))
            .Skip(1).Select(l => l.Split(';', 2)).ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal);
        var strict = Stalwart(corpus).Concat(Mime4j(corpus)).ToList();
        var differences = strict.Concat(Decoded(corpus)).ToList();
        var departing = differences.Where(d => d.Found.Count > 0).ToList();
        var unexplained = departing.Where(d => !explained.ContainsKey(d.File)).Select(d => $"{d.File}\n    {string.Join("\n    ", d.Found)}");
        var stale = explained.Keys.Where(f => departing.All(d => d.File != f));
        Assert.True(!unexplained.Any(), string.Join('\n', unexplained));
        Assert.Empty(stale);
        foreach (var (what, files) in new[] { ("headers, addresses, parts and text", strict), ("with the decoded texts", differences) })
        {
            var share = 1 - ((double)files.Count(d => d.Found.Count > 0) / files.Count);
            Console.WriteLine($"expectations ({what}) hold in {share:P1} of {files.Count} files");
            Assert.True(share >= 0.97, $"{what}: {share:P1} of {files.Count}");
        }
    }

    [Fact]
    public void The_other_line_ends_give_the_same()
    {
        if (Repository.Shared("corpus", "eml") is { } corpus)
        {
            var departing = Stalwart(corpus).Where(d => d.Found.Count > 0).Select(d => d.File);
            var other = Stalwart(corpus, ".crlf.json").Where(d => d.Found.Count > 0).ToList();
            Assert.True(other.Select(d => d.File).SequenceEqual(departing), string.Join('\n', other.Select(d => d.File + "\n    " + string.Join("\n    ", d.Found))));
        }
    }

    [Fact]
    public void No_mail_of_the_corpus_fails_and_no_text_part_vanishes()
    {
        if (Repository.Shared("corpus", "eml") is not { } corpus)
        {
            return;
        }

        var failures = new List<string>();
        foreach (var path in Directory.EnumerateFiles(corpus, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(p => Path.GetExtension(p) is not (".json" or ".xml" or ".out")))
        {
            var bytes = File.ReadAllBytes(path);
            if (new EmlReader().Read(new SourceFile(path, bytes), ReadLimits.Default) is DocumentRead read)
            {
                var context = new MimeContext(ReadLimits.Default);
                var missing = LostText(MimeParser.Parse(bytes, context), read, context);
                failures.AddRange(missing.Select(place => $"{path[corpus.Length..]}: part {place}"));
            }
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    private static IEnumerable<string> LostText(MimeEntity entity, DocumentRead read, MimeContext context)
    {
        if (entity.IsMultipart)
        {
            return entity.Parts.SelectMany(p => LostText(p, read, context));
        }

        if (!entity.IsText)
        {
            return [];
        }

        var bytes = entity.Decode(context);
        if (read.Attachments.Any(a => a.Content.Span.SequenceEqual(bytes.Span)))
        {
            return [];
        }

        var shown = Letters(TextView.Of(read.Tree).Text);
        var text = entity.DecodeText(context);
        var pieces = entity.MediaType == "text/html" ? TextNodes(text)
            : entity.MediaType is "text/enriched" or "text/richtext" || text.Contains("begin 6", StringComparison.Ordinal) || text.Contains("=ybegin ", StringComparison.Ordinal) ? []
            : Words.Of(text);
        return pieces.Select(Letters).All(p => shown.Contains(p, StringComparison.Ordinal)) ? [] : [entity.Place];
    }

    private static IEnumerable<string> TextNodes(string html)
    {
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        return document.All.Where(e => e.LocalName is not ("script" or "style" or "template" or "title" or "noscript"))
            .SelectMany(e => e.ChildNodes).Where(n => n.NodeType == AngleSharp.Dom.NodeType.Text).Select(n => n.TextContent);
    }

    private static string Letters(string text) => new([.. text.Where(char.IsLetterOrDigit)]);

    private static IEnumerable<(string File, IReadOnlyList<string> Found)> Stalwart(string corpus, string expectation = ".json")
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(corpus, "stalwartlabs-mail-parser"), "*.eml").Order(StringComparer.Ordinal))
        {
            var json = Path.ChangeExtension(path, expectation);
            if (!File.Exists(json))
            {
                continue;
            }

            using var expected = JsonDocument.Parse(File.ReadAllBytes(json));
            var context = new MimeContext(ReadLimits.Default);
            var comparison = new StalwartExpectation(context);
            var bytes = expectation == ".json" ? File.ReadAllBytes(path)
                : Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(File.ReadAllBytes(path)).Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal));
            comparison.Compare(expected.RootElement, MimeParser.Parse(bytes, context));
            yield return ("stalwart/" + Path.GetFileName(path), comparison.Differences);
        }
    }

    private static IEnumerable<(string File, IReadOnlyList<string> Found)> Mime4j(string corpus)
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(corpus, "apache-james-mime4j"), "*.xml").Order(StringComparer.Ordinal))
        {
            var message = Path.ChangeExtension(path, ".msg");
            if (!File.Exists(message))
            {
                continue;
            }

            var xml = Encoding.Latin1.GetString(File.ReadAllBytes(path));
            using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { CheckCharacters = false });
            var context = new MimeContext(ReadLimits.Default);
            var comparison = new Mime4jExpectation(context);
            comparison.Compare(XDocument.Load(reader, LoadOptions.PreserveWhitespace).Root!, MimeParser.Parse(File.ReadAllBytes(message), context));
            yield return ("mime4j/" + Path.GetFileName(path), comparison.Differences);
        }
    }

    private static IEnumerable<(string File, IReadOnlyList<string> Found)> Decoded(string corpus)
    {
        var folder = Path.Combine(corpus, "apache-james-mime4j");
        foreach (var path in Directory.EnumerateFiles(folder, "*_decoded_*.txt").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var cut = name.IndexOf("_decoded_", StringComparison.Ordinal);
            var message = Path.Combine(folder, name[..cut] + ".msg");
            if (!File.Exists(message))
            {
                continue;
            }

            var context = new MimeContext(ReadLimits.Default);
            var entity = MimeParser.Parse(File.ReadAllBytes(message), context);
            foreach (var number in name[(cut + "_decoded_".Length)..].Split('_').Skip(1))
            {
                var outer = entity.IsMultipart ? entity : MimeParser.Parse(entity.Decode(context), context);
                entity = outer.IsMultipart ? outer.Parts[int.Parse(number, CultureInfo.InvariantCulture) - 1] : outer;
            }

            var expected = Encoding.Latin1.GetString(File.ReadAllBytes(path)).ReplaceLineEndings("\n").Trim();
            var same = expected == Encoding.Latin1.GetString(entity.Decode(context).Span).ReplaceLineEndings("\n").Trim();
            yield return ("mime4j/" + Path.GetFileName(path), same ? [] : ["decoded text differs"]);
        }
    }
}
