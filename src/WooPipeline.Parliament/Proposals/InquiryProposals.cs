using System.Collections.Immutable;
using System.Globalization;

namespace WooPipeline.Parliament;

/// <summary>Respondents, dates, attempts and states for <c>registers/uitvraag.csv</c>, from the threads of the inquiry.</summary>
internal sealed class InquiryProposals(ParliamentDossier dossier, Correspondents correspondents)
{
    private const string Register = "registers/uitvraag.csv";
    private const int DaysBeforeSilence = 14;

    /// <summary>What the threads say that the register doesn't.</summary>
    public IEnumerable<Proposal> Of(ImmutableArray<ImmutableArray<ArchivedMessage>> threads, DateOnly lastDay)
    {
        // Without an inquiry every reminder to a citizen would look like one.
        if (dossier.Inquiry.Responses.IsEmpty && dossier.Inquiry.Purpose.Length == 0 && !File.Exists(Path.Combine(dossier.Folder, Register)))
        {
            return [];
        }

        var cases = dossier.Cases.SelectMany(c => c.Basis.Select(b => b.Source).Append(c.Annex)).Where(p => p.Length > 0).ToHashSet(StringComparer.Ordinal);
        var known = dossier.Inquiry.Responses.SelectMany(r => r.Basis).Select(b => b.Source).ToHashSet(StringComparer.Ordinal);
        return threads.Where(t => !t.Any(m => cases.Contains(m.Path)) && IsInquiry(t, known))
            .SelectMany(t => t.SelectMany(m => m.Domains).Where(IsAsked).Distinct(StringComparer.Ordinal), (thread, domain) => (thread, domain))
            .GroupBy(p => correspondents.Behind(p.domain), (who, pairs) => (Who: who, Pairs: pairs.ToList()))
            .OrderBy(g => g.Who.Name, StringComparer.Ordinal)
            .SelectMany(g => Respondent(g.Who, [.. g.Pairs.SelectMany(p => p.thread).Distinct()], [.. g.Pairs.Select(p => p.domain).Distinct()], lastDay));
    }

    private bool IsAsked(string domain) => domain != correspondents.Own;

    private bool IsInquiry(ImmutableArray<ArchivedMessage> thread, HashSet<string> known) => thread.Any(m => known.Contains(m.Path))
        || thread.Any(m => InquiryWords.IsInquiry(m.Facts.Subject) && m.Domains.Any(IsAsked))
        || thread.Any(m => m.Domains.Any(d => IsAsked(d) && correspondents.IsKnown(d)) && m.SentAt is { } sent && StatedDates.Asked(Said(m), sent.Date).Any());

    private IEnumerable<Proposal> Respondent((string Name, string Kind) who, ImmutableArray<ArchivedMessage> messages, string[] domains, DateOnly lastDay)
    {
        bool IsTheirs(ArchivedMessage m) => domains.Contains(m.FromDomain);
        var replies = messages.Where(m => IsTheirs(m) && m.SentAt is not null && !InquiryWords.IsAutomatic(m)).ToList();
        var sent = messages.Where(m => m.FromDomain == correspondents.Own && m.SentAt is not null && m.Domains.Any(domains.Contains)).ToList();
        var attempts = Attempts(sent, replies);
        var response = dossier.Inquiry.Responses.FirstOrDefault(r => string.Equals(r.Respondent, who.Name, StringComparison.OrdinalIgnoreCase));
        if (attempts.Count == 0 && replies.Count == 0)
        {
            return [];
        }

        return response is null ? NewRow(who, attempts, replies, lastDay) : Row(response, attempts, replies, lastDay);
    }

    /// <summary>The days on which it was asked, up to the answer: of archived messages, and of messages that others speak of.</summary>
    private static SortedDictionary<DateOnly, ProposalEvidence> Attempts(List<ArchivedMessage> sent, List<ArchivedMessage> replies)
    {
        var answered = replies.Count > 0 ? replies[0].SentAt!.Date : DateOnly.MaxValue;
        var days = new SortedDictionary<DateOnly, ProposalEvidence>();
        foreach (var message in sent.Where(m => m.SentAt!.Date <= answered))
        {
            days.TryAdd(message.SentAt!.Date, new ProposalEvidence(message.Path, "Date"));
        }

        foreach (var message in sent.Concat(replies))
        {
            foreach (var (day, quote) in StatedDates.Asked(Said(message), message.SentAt!.Date).Where(d => d.Day <= answered))
            {
                days.TryAdd(day, new ProposalEvidence(message.Path, "tekst", quote));
            }
        }

        return days;
    }

    private static IEnumerable<Proposal> NewRow(
        (string Name, string Kind) who, SortedDictionary<DateOnly, ProposalEvidence> attempts, List<ArchivedMessage> replies, DateOnly lastDay)
    {
        ImmutableArray<ProposalEvidence> all = [.. attempts.Values.Concat(replies.Select(r => new ProposalEvidence(r.Path, "Date")))];
        const string Reason = "Deze respondent staat nog niet in het register.";
        yield return Cell(who.Name, "respondent", "", who.Name, Reason, all);
        if (who.Kind.Length > 0)
        {
            yield return Cell(who.Name, "soort", "", who.Kind, Reason, all);
        }

        foreach (var proposal in Row(new InquiryResponse { Respondent = who.Name, State = InquiryState.NotAsked }, attempts, replies, lastDay))
        {
            yield return proposal;
        }
    }

    private static IEnumerable<Proposal> Row(
        InquiryResponse row, SortedDictionary<DateOnly, ProposalEvidence> attempts, List<ArchivedMessage> replies, DateOnly lastDay)
    {
        var name = row.Respondent;
        if (attempts.Count > 0)
        {
            var (first, evidence) = attempts.First();
            if (row.AskedDirectly is not KnownState.Yes)
            {
                yield return Cell(name, "direct_gevraagd", ValueWords.WordFor("kennis", row.AskedDirectly), "ja", "Er is een bericht aan deze respondent zelf.", [evidence]);
            }

            if (row.AskedOn is null || first < row.AskedOn.Date)
            {
                yield return Cell(name, "gevraagd_op", CaseView.Iso(row.AskedOn) ?? "", Iso(first), "De eerste vraag volgens de berichten.", [evidence]);
            }

            var days = row.Attempts.Select(a => a.Date).Concat(attempts.Keys).Distinct().Order().ToList();
            if (days.Count > row.Attempts.Select(a => a.Date).Distinct().Count())
            {
                yield return Cell(name, "pogingen", string.Join('|', row.Attempts.Select(CaseView.Iso)), string.Join('|', days.Select(Iso)),
                    days.Count == 1 ? "Eén bericht gevonden." : $"{days.Count} pogingen: de vraag en elke herinnering.", [.. attempts.Values]);
            }
        }

        foreach (var proposal in replies.Count > 0 ? Answered(row, replies) : Silent(row, attempts, lastDay))
        {
            yield return proposal;
        }
    }

    private static IEnumerable<Proposal> Answered(InquiryResponse row, List<ArchivedMessage> replies)
    {
        var first = replies[0];
        ImmutableArray<ProposalEvidence> evidence = [new(first.Path, "Date")];
        var day = first.SentAt!.Date;
        if (row.RepliedOn is null || (row.RepliedOn.Date != day && replies.TrueForAll(r => r.SentAt!.Date != row.RepliedOn.Date)))
        {
            yield return Cell(row.Respondent, "antwoord_op", CaseView.Iso(row.RepliedOn) ?? "", Iso(day), "De eerste reactie volgens de berichten.", evidence);
        }

        if (row.State is not (InquiryState.Replied or InquiryState.Partial))
        {
            var partial = InquiryWords.Partial(first.OwnText.Value);
            yield return Cell(row.Respondent, "stand", ValueWords.WordFor("uitvraag", row.State), partial is null ? "beantwoord" : "deels",
                partial is null ? "Er is een reactie; lees of zij de vraag beantwoordt." : "De reactie zegt dat er nog iets volgt.",
                partial is null ? evidence : [new(first.Path, "tekst", partial)]);
        }

        if (!row.Basis.Any(b => b.Source.StartsWith("bronnen/", StringComparison.Ordinal)))
        {
            yield return Cell(row.Respondent, "bron", "", first.Path, "Het bericht waarop de rij berust.", evidence);
        }
    }

    private static IEnumerable<Proposal> Silent(InquiryResponse row, SortedDictionary<DateOnly, ProposalEvidence> attempts, DateOnly lastDay)
    {
        var isSilent = attempts.Count > 1 || lastDay.DayNumber - attempts.Keys.First().DayNumber >= DaysBeforeSilence;
        if (isSilent ? row.State is InquiryState.Open or InquiryState.NotAsked : row.State is InquiryState.NotAsked)
        {
            yield return Cell(row.Respondent, "stand", ValueWords.WordFor("uitvraag", row.State), isSilent ? "geen reactie" : "open",
                isSilent ? "Gevraagd, en tot nu toe is er geen reactie in het dossier. Dat is geen ‘nee’." : "Gevraagd; de reactie kan nog komen.", [.. attempts.Values]);
        }
    }

    private static string Said(ArchivedMessage message) => message.Facts.Subject + "\n" + message.OwnText.Value;

    private static Proposal Cell(string row, string column, string current, string value, string reason, ImmutableArray<ProposalEvidence> evidence) =>
        new(Register, row, column, current, value, reason, [.. evidence.Distinct()]);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
