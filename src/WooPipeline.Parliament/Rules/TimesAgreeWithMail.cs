namespace WooPipeline.Parliament;

/// <summary>When something was reported and confirmed, as the record says it, is what the archived message says; where the record is silent, the message's times are proposed.</summary>
internal sealed class TimesAgreeWithMail : IRule
{
    public string Code => "R20-tijden-uit-mail";

    public IEnumerable<Problem> Check(RuleContext context)
    {
        foreach (var record in context.Dossier.Cases.Where(c => c.Annex.Length > 0))
        {
            if (context.Inputs.Source(record.Annex) is not { } message)
            {
                continue;
            }

            var quoted = QuotedTime.Of(RuleContext.TextOf(message));
            var sent = message.Date is { } date ? new Instant(date.DateTime, Precision.Second, date.Offset) : null;
            // A message that quotes the report is the reply to it; one that quotes nothing is the report itself.
            var (reported, confirmed) = quoted is null ? (sent, null) : (quoted, sent);
            foreach (var problem in Held(record, "gemeld_op", record.ReportedAt, reported).Concat(Held(record, "bevestigd_op", record.ConfirmedAt, confirmed)))
            {
                yield return problem;
            }
        }
    }

    private IEnumerable<Problem> Held(CaseRecord record, string column, Instant? stated, Instant? proven)
    {
        if (proven is null)
        {
            yield break;
        }

        var value = CaseView.Iso(proven);
        if (stated is null)
        {
            yield return this.Warning(record.Basis[^1].At(column), $"Deze tijd ontbreekt. Voorstel volgens {record.Annex}: {value}.");
        }
        else if (!Agree(stated, proven))
        {
            yield return this.Warning(record.Basis[^1].At(column), $"Hier staat {CaseView.Iso(stated)}, maar volgens {record.Annex} was het {value}. Neem de tijd van het bericht over.");
        }
    }

    // Only as precisely as both are known; a message may give its time in another zone.
    private static bool Agree(Instant a, Instant b) =>
        a.Precision == Precision.Day || b.Precision == Precision.Day ? a.Date == b.Date : Math.Abs((a.Local - b.Local).TotalSeconds) < 60;
}
