using System.Diagnostics;
using System.Globalization;
using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Tests.Mail;

public sealed class DuplicateFinderTests
{
    private static string Sentences(int seed, int words)
    {
        var random = new Random(seed);
        return string.Join(' ', Enumerable.Range(0, words).Select(_ => "w" + random.Next(20_000).ToString(CultureInfo.InvariantCulture)));
    }

    private static DuplicateCandidate Mail(int id, string body, int thread, int day = 1)
    {
        var text = $"From: a@x.nl\nDate: {day} Mar 2021 10:00:00 +0100\nMessage-ID: <{id}@x>\nSubject: {id}\n\n{body}\n";
        var read = (DocumentRead)new EmlReader().Read(new SourceFile("a.eml", Encoding.UTF8.GetBytes(text)), ReadLimits.Default);
        return new DuplicateCandidate($"{id}", $"{id}") { Message = read.Message, Thread = thread };
    }

    [Fact]
    public void A_mail_within_a_mail_of_another_thread_is_marked_with_the_latest_that_holds_it()
    {
        var first = Sentences(1, 40);
        var found = DuplicateFinder.Find(
        [
            Mail(1, first, 1, 1), Mail(2, Sentences(2, 40) + "\n\n> " + first, 2, 3), Mail(3, Sentences(3, 30) + "\n\n" + first + "\n\n" + Sentences(4, 30), 3, 5),
            Mail(4, Sentences(5, 40), 4, 6), Mail(5, first[..(first.Length / 2)] + " anders " + Sentences(6, 40), 5, 7),
        ]);
        Assert.Equal([new Duplicate("1", "3", DuplicateKind.Contained)], found);
    }

    [Fact]
    public void A_mail_of_before_contains_no_later_one_and_courtesy_is_no_content()
    {
        var text = Sentences(7, 40);
        Assert.Empty(DuplicateFinder.Find([Mail(1, text + " " + Sentences(8, 40), 1, 1), Mail(2, text, 2, 5)]));
        Assert.Empty(DuplicateFinder.Find([Mail(1, "Dank je wel, met vriendelijke groet, Anna Bakker", 1, 1), Mail(2, Sentences(9, 50) + "\n\nDank je wel, met vriendelijke groet, Anna Bakker", 2, 5)]));
    }

    [Fact]
    public void Nearly_the_same_words_are_marked_whatever_the_format()
    {
        var words = Sentences(10, 3000).Split(' ');
        DocumentTree Tree(IEnumerable<string> text) => new() { Blocks = [Paragraph.Of(string.Join(' ', text))] };
        var changed = words.Select((w, i) => i % 400 == 7 ? "anders" : w);
        DuplicateCandidate Document(string id, DocumentTree tree) => new(id, id) { Passages = DuplicateFinder.Passages(tree) };
        var found = DuplicateFinder.Find([Document("1", Tree(words)), Document("2", Tree(changed)), Document("3", Tree(words.Take(1500).Concat(Sentences(11, 1500).Split(' ')))), Mail(4, string.Join(' ', words), 1)]);
        Assert.Equal([new Duplicate("2", "1", DuplicateKind.Near), new Duplicate("4", "1", DuplicateKind.Near)], found);
    }

    [Fact]
    public void Long_documents_keep_a_part_of_their_passages_and_are_still_compared()
    {
        var words = Sentences(12, 60_000).Split(' ');
        var set = DuplicateFinder.Passages(new DocumentTree { Blocks = [Paragraph.Of(string.Join(' ', words))] });
        Assert.InRange(set.Length, 2_000, 25_000);
        var other = DuplicateFinder.Passages(new DocumentTree { Blocks = [Paragraph.Of(string.Join(' ', words.Take(30_000)))] });
        Assert.InRange(PassageSet.Read(set).Likeness(PassageSet.Read(other)), 0.45, 0.55);
        Assert.True(PassageSet.Read(other).IsWithin(PassageSet.Read(set)));
        Assert.InRange(PassageSet.Read(set).Likeness(PassageSet.Read(set)), 1, 1);
    }

    [Fact]
    public void Twenty_thousand_mails_take_seconds_and_little_memory()
    {
        const int Count = 20_000;
        var candidates = new List<DuplicateCandidate>(Count);
        for (var i = 0; i < Count; i++)
        {
            // Every tenth mail quotes the one before whole; all share the closing lines.
            var body = Sentences(i + 100, 60) + (i % 10 == 9 ? "\n\n> " + Sentences(i + 99, 60) : "") + "\n\nmet vriendelijke groet en tot ziens namens het hele team van de afdeling";
            var mail = Mail(i, body, i + 1);
            candidates.Add(mail with { Message = mail.Message! with { SentAt = new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(i) } });
        }

        var before = GC.GetTotalAllocatedBytes();
        var watch = Stopwatch.StartNew();
        var found = DuplicateFinder.Find(candidates);
        Console.WriteLine($"duplicates: {Count} mails in {watch.Elapsed.TotalSeconds:0.0} s, {(GC.GetTotalAllocatedBytes() - before) / 1024 / 1024} MB made and mostly dropped");
        Assert.Equal(Count / 10, found.Length);
        Assert.All(found, d => Assert.Equal(int.Parse(d.Id, CultureInfo.InvariantCulture) + 1, int.Parse(d.Of, CultureInfo.InvariantCulture)));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), watch.Elapsed.ToString());
    }
}
