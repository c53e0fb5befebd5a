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
    public void A_mail_that_a_later_reply_quotes_whole_is_marked_and_one_with_another_attachment_is_not()
    {
        const string First = "From: a@x.nl\nDate: Mon, 1 Mar 2021 10:00:00 +0100\nMessage-ID: <1@x>\n\nBeste Piet,\n\nWil je de nota voor donderdag nalopen en terugsturen?\n\nGroet,\nAnna\n";
        const string Reply = "From: b@x.nl\nDate: Mon, 1 Mar 2021 11:00:00 +0100\nMessage-ID: <2@x>\nIn-Reply-To: <1@x>\n\nDat doe ik.\n\nOp 1 mrt 2021 schreef Anna:\n> Beste Piet,\n>\n> Wil je de nota voor donderdag\n> nalopen en terugsturen?\n>\n> Groet,\n> Anna\n";
        var attached = First.Replace("<1@x>\n\n", "<3@x>\nIn-Reply-To: <1@x>\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n", StringComparison.Ordinal) + "--b\nContent-Type: application/pdf; name=nota.pdf\n\n%PDF\n--b--\n";
        string[] mails = [First, attached, Reply];
        var facts = mails.Select(m => ((DocumentRead)new EmlReader().Read(new SourceFile("a.eml", System.Text.Encoding.UTF8.GetBytes(m)), ReadLimits.Default)).Message).ToList();
        var places = ThreadBuilder.Build([.. facts.Select((f, i) => new ThreadItem($"{i}", f))]);
        var found = DuplicateFinder.Find([.. facts.Select((f, i) => new DuplicateCandidate($"{i}", $"{i}") { Message = f, Thread = places[i].Thread })]);
        Assert.Equal([new Duplicate("0", "2", DuplicateKind.Contained)], found);
    }

    [Fact]
    public void The_EDRM_hash_is_that_of_the_published_example() =>
        Assert.Equal("1de319c276884bd0c9e2f1621ada26cc", ContentHash.MessageIdentificationHash("<CALckR-a8UDkRjO4xJyjd_s0GPxQWw@mail.gmail.com>"));
}
