using System.Globalization;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>A report made to a platform as templates see it.</summary>
internal static class CaseView
{
    public static TemplateObject Create(CaseRecord record, IEnumerable<Platform> platforms)
    {
        var view = new TemplateObject("zaak", isOpen: true)
        {
            { "zaaknummer", record.CaseNumber },
            { "verkiezing", record.Election },
            { "verkiezingsdatum", QuestionView.Iso(record.ElectionDate) },
            { "signaalbron", record.SignalSource },
            { "signalerende_organisatie", record.SignallingOrganisation },
            { "gesignaleerd_op", Iso(record.SignalledAt) },
            { "soort_situatie", record.Situation },
            { "eigen_pogingen", record.OwnAttempts },
            { "omschrijving", record.Description },
            { "opzet", record.Intent },
            { "platform", NameThen(record, platforms) },
            { "kanaal", record.Channel },
            { "beleid", record.Policy },
            { "beleid_url", record.PolicyUrl },
            { "verzoek", record.Request },
            { "gemeld_op", Iso(record.ReportedAt) },
            { "bevestigd_op", Iso(record.ConfirmedAt) },
            { "reactie", record.Reply },
            { "reactietijd_vermeld", record.StatedInterval },
            { "reactietijd", Interval(record) },
            { "uitkomst", record.Outcome },
            { "bijlage", record.Annex },
            { "bijlage_nummer", record.AnnexNumber },
        };
        foreach (var (fact, state) in record.Facts)
        {
            view[fact] = ValueWords.WordFor("kennis", state);
        }

        return view;
    }

    /// <summary>A moment as templates hold it, as precise as it is known.</summary>
    public static string? Iso(Instant? instant) => instant?.Local.ToString(
        instant.Precision switch { Precision.Day => "yyyy-MM-dd", Precision.Minute => "yyyy-MM-dd'T'HH:mm", _ => "yyyy-MM-dd'T'HH:mm:ss" },
        CultureInfo.InvariantCulture);

    // The platform under the name that it had on the day of the report.
    private static string NameThen(CaseRecord record, IEnumerable<Platform> platforms) =>
        record.ReportedAt is { } day && platforms.FirstOrDefault(p => p.Name == record.Platform) is { } platform ? platform.NameOn(day.Date) : record.Platform;

    private static TemplateObject? Interval(CaseRecord record) => record.Interval is not { } interval ? null : new TemplateObject("reactietijd")
    {
        { "minstens_seconden", (int)interval.Shortest.TotalSeconds },
        { "hoogstens_seconden", (int)interval.Longest.TotalSeconds },
    };
}
