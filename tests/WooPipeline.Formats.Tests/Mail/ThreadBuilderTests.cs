using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Tests.Mail;

public sealed class ThreadBuilderTests
{
    private static MessageFacts Message(string id, string? reply = null, string subject = "", string? index = null, params string[] references) =>
        new() { MessageId = id, InReplyTo = reply, Subject = subject, ThreadIndex = index, References = [.. references] };

    [Fact]
    public void References_replies_and_attachments_join()
    {
        var places = ThreadBuilder.Build(
        [
            new ThreadItem("1", Message("<a>")),
            new ThreadItem("2", null, "1"),
            new ThreadItem("3", Message("<x>")),
            new ThreadItem("4", Message("<c>", references: ["<a>", "<gone>"])),
            new ThreadItem("5", Message("<d>", "<gone>")),
            new ThreadItem("6", null),
        ]);
        Assert.Equal([1, 1, 2, 1, 1, 0], places.Select(p => p.Thread));
        Assert.Equal([1, 1, 2, 3, 4, 5], places.Select(p => p.Family));
    }

    [Fact]
    public void The_root_of_a_thread_index_joins()
    {
        var root = Convert.ToBase64String(Enumerable.Range(0, 22).Select(i => (byte)i).ToArray());
        var child = Convert.ToBase64String(Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());
        var other = Convert.ToBase64String(Enumerable.Range(1, 22).Select(i => (byte)i).ToArray());
        var places = ThreadBuilder.Build([new("1", Message("<a>", index: root)), new("2", Message("<b>", index: child)), new("3", Message("<c>", index: other))]);
        Assert.Equal([1, 1, 2], places.Select(p => p.Thread));
    }

    [Fact]
    public void A_subject_joins_only_where_asked_and_is_marked()
    {
        ThreadItem[] items = [new("1", Message("<a>", subject: "Planning vaccins")), new("2", Message("<b>", subject: "RE: FW: [EXTERN] planning vaccins")), new("3", Message("<c>", subject: "Planning vaccins"))];
        Assert.Equal([1, 2, 3], ThreadBuilder.Build(items).Select(p => p.Thread));
        var guessed = ThreadBuilder.Build(items, guessBySubject: true);
        Assert.Equal([1, 1, 2], guessed.Select(p => p.Thread));
        Assert.Equal([false, true, false], guessed.Select(p => p.IsGuess));
    }

    [Fact]
    public void Duplicates_are_marked_by_bytes_content_and_containment()
    {
        DuplicateCandidate Mail(string id, string sha, string hash, int hour, string letters, params string[] attachments) => new(id, sha)
        {
            Message = new MessageFacts { ContentHash = hash, SentAt = new DateTimeOffset(2021, 1, 1, hour, 0, 0, TimeSpan.Zero) },
            Thread = 1,
            Letters = letters,
            Attachments = [.. attachments],
        };
        var first = new string('a', 30);
        var found = DuplicateFinder.Find(
        [
            Mail("1", "s1", "h1", 1, first),
            Mail("2", "s2", "h1", 1, first),
            Mail("3", "s1", "h1", 1, first),
            Mail("4", "s4", "h4", 2, "antwoord" + first),
            Mail("5", "s5", "h5", 0, first + "b", "bijlage"),
        ]);
        Assert.Equal(
            [new Duplicate("1", "4", DuplicateKind.Contained), new Duplicate("2", "1", DuplicateKind.SameContent), new Duplicate("3", "1", DuplicateKind.SameBytes)],
            found);
    }

    [Fact]
    public void The_EDRM_hash_is_that_of_the_published_example() =>
        Assert.Equal("1de319c276884bd0c9e2f1621ada26cc", ContentHash.MessageIdentificationHash("<CALckR-a8UDkRjO4xJyjd_s0GPxQWw@mail.gmail.com>"));
}
