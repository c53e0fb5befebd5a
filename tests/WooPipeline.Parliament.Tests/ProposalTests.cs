using System.Collections.Immutable;
using WooPipeline.Formats;

namespace WooPipeline.Parliament.Tests;

/// <summary>What the mails of an inquiry and of reports say comes as proposals, enters nothing by itself, and stands in the tables once a person took it.</summary>
public sealed class ProposalTests
{
    private const string Inquiry = "registers/uitvraag.csv";
    private const string Header = "respondent;soort;direct_gevraagd;gevraagd_op;pogingen;stand;antwoord_op;netwerk;meldt_zonder_status;bron;toelichting\n";

    private static readonly ImmutableArray<ArchivedMessage> Mails =
    [
        Mail("1.eml", "<u1@min.nl>", [], "2024-03-01T09:00:05+01:00", "a.smit@minxyz.nl", "Uitvraag loketten", "Beste allen, hebt u een loket?", "desk@zwerm.example", "post@kluwen.example"),
        Mail("2.eml", "<u2@min.nl>", ["<u1@min.nl>"], "2024-03-08T09:00:00+01:00", "a.smit@minxyz.nl", "Herinnering: uitvraag loketten", "Op 1 maart vroeg ik u naar uw loket.", "post@kluwen.example"),
        Mail("3.eml", "<z1@zwerm.example>", ["<u1@min.nl>"], "2024-03-05T16:12:44+01:00", "desk@zwerm.example", "Re: Uitvraag loketten", "Dank. De rest volgt volgende week.", "a.smit@minxyz.nl"),
        Mail("4.eml", "<k0@kluwen.example>", ["<u1@min.nl>"], "2024-03-01T09:00:20+01:00", "post@kluwen.example", "Automatisch antwoord: Uitvraag loketten", "Ik ben afwezig.", "a.smit@minxyz.nl"),
        Mail("5.eml", "<b1@thuis.example>", [], "2024-03-06T10:00:00+01:00", "burger@thuis.example", "Vraag over mijn aanvraag", "Wanneer hoor ik iets?", "a.smit@minxyz.nl"),
        Mail("6.eml", "<m1@min.nl>", [], "2024-02-10T14:43:00+01:00", "a.smit@minxyz.nl", "Melding ZK-2024-01", "Wilt u dit beoordelen?", "desk@zwerm.example"),
        Mail("7.eml", "<m2@zwerm.example>", ["<m1@min.nl>"], "2024-02-10T14:45:59+01:00", "desk@zwerm.example", "Re: Melding ZK-2024-01", "Ontvangen, we kijken.", "a.smit@minxyz.nl"),
    ];

    [Fact]
    public void The_threads_give_respondents_dates_attempts_and_states_with_their_evidence()
    {
        using var folder = Dossier(Header);
        var proposals = MailProposals.Of(ParliamentDossier.Load(folder.Path), Mails);

        string? Value(string row, string column) => proposals.SingleOrDefault(p => p.Register == Inquiry && p.Row == row && p.Column == column)?.Value;
        Assert.Equal("2024-03-01|2024-03-08", Value("Kluwen", "pogingen"));
        Assert.Equal("geen reactie", Value("Kluwen", "stand"));
        Assert.Null(Value("Kluwen", "antwoord_op"));
        Assert.Equal("platform", Value("Kluwen", "soort"));
        Assert.Equal("2024-03-01", Value("Zwerm", "gevraagd_op"));
        Assert.Equal("2024-03-05", Value("Zwerm", "antwoord_op"));
        Assert.Equal("deels", Value("Zwerm", "stand"));
        Assert.DoesNotContain(proposals, p => p.Row.Contains("thuis", StringComparison.Ordinal));
        Assert.All(proposals, p => Assert.All(p.Evidence, e => Assert.Contains(Mails, m => m.Path == e.Source)));
        Assert.All(proposals, p => Assert.NotEmpty(p.Evidence));
        Assert.Contains(proposals.Single(p => p.Row == "Zwerm" && p.Column == "stand").Evidence, e => e.Quote == "de rest volgt");
    }

    [Fact]
    public void A_report_and_its_reply_give_the_times_as_precisely_as_known_and_what_lies_between()
    {
        using var folder = Dossier(Header);
        var proposals = MailProposals.Of(ParliamentDossier.Load(folder.Path), Mails).Where(p => p.Row == "ZK-2024-01").ToList();

        Assert.Equal("2024-02-10T14:43:00", proposals.Single(p => p.Column == "gemeld_op").Value);
        Assert.Equal("2024-02-10T14:45:59", proposals.Single(p => p.Column == "bevestigd_op").Value);
        Assert.Contains("2 min 59 s", proposals.Single(p => p.Column == "bevestigd_op").Reason, StringComparison.Ordinal);

        // Where only the reply is archived, the quoted line tells the minute, and no second is made up.
        var reply = Mail("7.eml", "<m2@zwerm.example>", ["<m1@min.nl>"], "2024-02-10T14:45:59+01:00", "desk@zwerm.example", "Re: Melding ZK-2024-01", "Ontvangen.\nOp za 10 feb 2024 om 14:43 schreef A. Smit <a.smit@minxyz.nl>:\n> Wilt u dit beoordelen?", "a.smit@minxyz.nl");
        var quoted = MailProposals.Of(ParliamentDossier.Load(folder.Path), [reply]).Where(p => p.Row == "ZK-2024-01").ToList();
        Assert.Equal("2024-02-10T14:43", quoted.Single(p => p.Column == "gemeld_op").Value);
        Assert.Contains("ten minste 2 min 0 s en ten hoogste 2 min 59 s", quoted.Single(p => p.Column == "bevestigd_op").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_enters_the_tables_before_a_person_decides_and_then_it_does()
    {
        using var folder = Dossier(Header);
        var before = ParliamentDossier.Load(folder.Path);
        var proposals = MailProposals.Of(before, Mails);
        Assert.Empty(before.Inquiry.Responses);
        Assert.Null(before.Cases[0].ReportedAt);

        ProposalStore.Save(folder.Path, proposals.Where(p => p.Row is "Zwerm" or "ZK-2024-01").Select(p => new DecidedProposal(p, true, "E. Beslisser", "2024-04-01T10:00:00")));
        ProposalStore.Save(folder.Path, proposals.Where(p => p.Row == "Kluwen").Select(p => new DecidedProposal(p, false, "E. Beslisser")));

        var after = ParliamentDossier.Load(folder.Path);
        Assert.Empty(after.Problems);
        var row = Assert.Single(after.Inquiry.Responses);
        Assert.Equal(("Zwerm", InquiryState.Partial, new DateOnly(2024, 3, 5)), (row.Respondent, row.State, row.RepliedOn!.Date));
        Assert.Equal(Precision.Second, after.Cases[0].ConfirmedAt!.Precision);
        Assert.Equal(TimeSpan.FromSeconds(179), after.Cases[0].Interval!.Value.Longest);
        Assert.Empty(MailProposals.Of(after, Mails));
        Assert.All(ProposalStore.Load(folder.Path), d => Assert.Equal("E. Beslisser", d.By));
    }

    [Fact]
    public void A_cell_that_was_changed_by_hand_since_goes_first_and_is_told()
    {
        using var folder = Dossier(Header + "Zwerm;platform;ja;2024-03-01;2024-03-01;open;;;;;\n");
        var proposals = MailProposals.Of(ParliamentDossier.Load(folder.Path), Mails).Where(p => p.Row == "Zwerm").ToList();
        Assert.Equal(["antwoord_op", "bron", "stand"], proposals.Select(p => p.Column).Order(StringComparer.Ordinal));
        ProposalStore.Save(folder.Path, proposals.Select(p => new DecidedProposal(p, true, "E. Beslisser")));
        Assert.Equal(InquiryState.Partial, ParliamentDossier.Load(folder.Path).Inquiry.Responses[0].State);

        File.WriteAllText(folder.File("registers", "uitvraag.csv"), Header + "Zwerm;platform;ja;2024-03-01;2024-03-01;beantwoord;;;;;\n");

        var changed = ParliamentDossier.Load(folder.Path);
        Assert.Equal(InquiryState.Replied, changed.Inquiry.Responses[0].State);
        Assert.Contains(changed.Problems, p => p.Code == "voorstel-achterhaald");
    }

    [Fact]
    public void Registers_that_say_what_the_mails_say_give_no_proposal()
    {
        using var folder = Dossier(Header
            + "Zwerm;platform;ja;2024-03-01;2024-03-01;deels;2024-03-05;;;bronnen/3.eml;\nKluwen;platform;ja;2024-03-01;2024-03-01|2024-03-08;geen reactie;;;;bronnen/2.eml;\n");

        Assert.DoesNotContain(MailProposals.Of(ParliamentDossier.Load(folder.Path), Mails), p => p.Register == Inquiry);
    }

    [Fact]
    public void A_broken_file_of_decisions_is_told()
    {
        using var folder = Dossier(Header);
        Directory.CreateDirectory(folder.File("besluiten"));
        File.WriteAllText(folder.File(ProposalStore.Path), "{ geen json");

        Assert.Contains(ParliamentDossier.Load(folder.Path).Problems, p => p.Code == "voorstellen-json");
    }

    [Theory]
    [InlineData("Op 3 en 9 mei vroeg ik u om een reactie.", "2024-05-03,2024-05-09")]
    [InlineData("Op 28 december verzochten wij u hierom.", "2023-12-28")]
    [InlineData("In antwoord op uw brief van 2 april 2024 meld ik u het volgende.", "2024-04-02")]
    [InlineData("On 12 and 18 April I asked you which bodies hold a status.", "2024-04-12,2024-04-18")]
    [InlineData("As requested in your letter of 12 April, please find attached the list.", "2024-04-12")]
    [InlineData("Op 31 februari vroeg ik u iets.", "")]
    [InlineData("Op 3 mei was ik ziek.", "")]
    public void Days_on_which_something_was_asked_are_read(string text, string days) =>
        Assert.Equal(days, string.Join(',', StatedDates.Asked(text, new DateOnly(2024, 5, 20)).Select(d => d.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));

    private static TemporaryFolder Dossier(string register)
    {
        var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("registers"));
        Directory.CreateDirectory(folder.File("zaken"));
        File.WriteAllText(folder.File("dossier.yaml"), "afkorting: XYZ\ndatum: 2024-04-01\n");
        File.WriteAllText(folder.File("registers", "uitvraag.csv"), register);
        File.WriteAllText(folder.File("registers", "platformen.csv"), "platform;alias;van;tot;toelichting\nZwerm;;;;\nKluwen;;;;\n");
        File.WriteAllText(folder.File("zaken", "meldingen.csv"), "zaaknummer;platform;gemeld_op;bevestigd_op;bijlage\nZK-2024-01;Zwerm;;;\n");
        return folder;
    }

    private static ArchivedMessage Mail(string name, string id, string[] references, string sent, string from, string subject, string text, params string[] to) => new(
        "bronnen/" + name,
        new MessageFacts
        {
            MessageId = id,
            InReplyTo = references.LastOrDefault(),
            References = [.. references],
            SentAt = DateTimeOffset.Parse(sent, System.Globalization.CultureInfo.InvariantCulture),
            From = from,
            Recipients = [.. to],
            Subject = subject,
            Addresses = [new MessageAddress("From", "", from), .. to.Select(t => new MessageAddress("To", "", t))],
        },
        new Lazy<string>(text),
        new Lazy<string>(text.Split("\nOp za")[0]));
}
