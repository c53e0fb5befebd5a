using System.Text;
using WooPipeline.Formats.Archive;

namespace WooPipeline.Formats.Tests.Archive;

public sealed class MboxReaderTests
{
    private static List<string> Members(string mbox, ReadLimits? limits = null)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(mbox));
        return [.. new MboxReader().Members(stream, "a.mbox", limits ?? ReadLimits.Default).Select(m => m.Problem?.Code ?? Encoding.UTF8.GetString(m.Content.Span))];
    }

    [Fact]
    public void Messages_are_cut_at_separators_with_a_date()
    {
        var members = Members("From a@x.nl Mon Jun 01 10:00:00 2009\nSubject: een\n\nFrom here on it is text.\n\nFrom b@x.nl Mon Jun 01 11:00:00 2009\nSubject: twee\n\nb\n");
        Assert.Equal(["Subject: een\n\nFrom here on it is text.\n", "Subject: twee\n\nb\n"], members);
    }

    [Fact]
    public void Quoted_From_lines_lose_one_mark_only() =>
        Assert.Equal(["A: b\n\nFrom mij\n>From jou\n"], Members("From - Mon Jun 01 10:00:00 2009\nA: b\n\n>From mij\n>>From jou\n"));

    [Fact]
    public void Content_Length_counts_where_it_lands_on_a_separator()
    {
        const string Body = "From c@x.nl Mon Jun 01 10:00:00 2009\nA: dit is tekst\n";
        var members = Members($"From a Mon Jun 01 10:00:00 2009\nContent-Length: {Body.Length}\n\n{Body}\nFrom b Mon Jun 01 11:00:00 2009\nX: y\n\nz\n");
        Assert.Equal(2, members.Count);
        Assert.EndsWith(Body, members[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_Content_Length_is_ignored() =>
        Assert.Equal(2, Members("From a Mon Jun 01 10:00:00 2009\nContent-Length: 999\n\nx\n\nFrom b Mon Jun 01 11:00:00 2009\nX: y\n\nz\n").Count);

    [Fact]
    public void A_message_past_the_limit_is_told_and_the_next_is_read()
    {
        var mbox = "From a Mon Jun 01 10:00:00 2009\nX: y\n\n" + new string('x', 3_000_000) + "\n\nFrom b Mon Jun 01 11:00:00 2009\nX: y\n\nz\n";
        Assert.Equal(["te-groot", "X: y\n\nz\n"], Members(mbox, new ReadLimits { MaxFileBytes = 1_000_000 }));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Any_number_of_messages_of_any_length_comes_back_whole(string lineEnd)
    {
        var random = new Random(42);
        var bodies = Enumerable.Range(0, 300).Select(i => $"Subject: {i}{lineEnd}{lineEnd}" + string.Concat(Enumerable.Repeat("regel" + lineEnd, random.Next(0, 4000)))).ToList();
        var mbox = string.Concat(bodies.Select(b => $"From a@x.nl Mon Jun 01 10:00:00 2009{lineEnd}{b}{lineEnd}"));
        Assert.Equal(bodies, Members(mbox));
    }

    [Fact]
    public void The_simple_folder_of_the_corpus_has_two_messages()
    {
        if (Repository.Shared("corpus", "mbox", "apache-tika", "simple.mbox") is { } path)
        {
            using var stream = File.OpenRead(path);
            Assert.Equal(2, new MboxReader().Members(stream, path, ReadLimits.Default).Count());
        }
    }
}
