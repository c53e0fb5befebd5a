using System.Globalization;
using System.Text.RegularExpressions;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>When something was reported and confirmed, as the record says it, is what the archived message says; where the record is silent, the message's times are proposed.</summary>
internal sealed partial class TimesAgreeWithMail : IRule
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

            var quoted = Quoted(RuleContext.TextOf(message));
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

    private static Instant? Quoted(string text)
    {
        var match = English().Match(text);
        var month = match.Success ? Months.IndexOf(match.Groups["month"].Value[..3].ToLowerInvariant(), StringComparison.Ordinal) / 3 : -1;
        var date = match.Success && month >= 0 ? DutchText.ReadDate(match.Groups["day"].Value, DutchMonth(month), match.Groups["year"].Value) : null;
        if (date is null && Dutch().Match(text) is { Success: true } dutch)
        {
            match = dutch;
            date = DutchText.ReadDate(dutch.Groups["day"].Value, DutchMonth(DutchMonths.IndexOf(dutch.Groups["month"].Value[..3].ToLowerInvariant(), StringComparison.Ordinal) / 3), dutch.Groups["year"].Value);
        }

        return date is { } day && TimeOnly.TryParseExact(match.Groups["time"].Value.Replace('.', ':'), "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new Instant(day.ToDateTime(time), Precision.Minute)
            : null;
    }

    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";
    private const string DutchMonths = "janfebmrtaprmeijunjulaugsepoktnovdec";

    private static string DutchMonth(int index) => index is < 0 or > 11 ? "" : DutchText.MonthYear(new DateOnly(2000, index + 1, 1)).Split(' ')[0];

    [GeneratedRegex(@"\bOn (?:\w{3,9},? )?(?<day>\d{1,2}) (?<month>[A-Z][a-z]{2,8}) (?<year>\d{4}),? at (?<time>\d{1,2}[:.]\d{2})\b.{0,200}?wrote:", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex English();

    [GeneratedRegex(@"\bOp (?:\w{2,9}\.? )?(?<day>\d{1,2}) (?<month>[a-z]{3,9})\.? (?<year>\d{4}) om (?<time>\d{1,2}[:.]\d{2})\b.{0,200}?schreef", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Dutch();
}
