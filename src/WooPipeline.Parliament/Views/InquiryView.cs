using System.Collections.Immutable;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>The inquiry as templates see it: the rows, and the lists that texts name.</summary>
internal static class InquiryView
{
    private const string PlatformKind = "platform";

    public static TemplateObject Create(Inquiry inquiry)
    {
        var silent = inquiry.Responses.Where(r => r.State == InquiryState.NoReply).ToList();
        return new TemplateObject("uitvraag")
        {
            { "doel", inquiry.Purpose },
            { "bereik", inquiry.Coverage },
            { "netwerken", QuestionView.List(inquiry.Responses.Select(r => r.Network).Where(n => n.Length > 0).Distinct()) },
            { "platformen_gevraagd", Names(inquiry.Responses.Where(r => IsPlatform(r) && r.State != InquiryState.NotAsked)) },
            { "organisaties_gevraagd", Names(inquiry.Responses.Where(r => !IsPlatform(r) && r.State != InquiryState.NotAsked)) },
            { "zonder_reactie", Names(silent) },
            { "pogingen_zonder_reactie", silent.Select(r => r.Attempts.Length).DefaultIfEmpty(0).Max() },
            { "deels_beantwoord", Names(inquiry.Responses.Where(r => r.State == InquiryState.Partial)) },
            { "niet_gevraagd", Names(inquiry.Responses.Where(r => r.State == InquiryState.NotAsked)) },
            { "meldt_zonder_status", Names(inquiry.Responses.Where(r => r.ReportsWithoutStatus == KnownState.Yes)) },
            { "rijen", inquiry.Responses.Select(Row).ToImmutableArray<object?>() },
        };
    }

    /// <summary>True for a platform, false for an organisation.</summary>
    public static bool IsPlatform(InquiryResponse response) => string.Equals(response.Kind, PlatformKind, StringComparison.OrdinalIgnoreCase);

    private static TemplateObject Row(InquiryResponse response) => new("rij")
    {
        { "respondent", response.Respondent },
        { "soort", response.Kind },
        { "stand", ValueWords.WordFor("uitvraag", response.State) },
        { "direct_gevraagd", ValueWords.WordFor("kennis", response.AskedDirectly) },
        { "gevraagd_op", CaseView.Iso(response.AskedOn) },
        { "pogingen", response.Attempts.Length },
        { "antwoord_op", CaseView.Iso(response.RepliedOn) },
        { "netwerk", response.Network },
        { "toelichting", response.Explanation },
    };

    private static ImmutableArray<object?> Names(IEnumerable<InquiryResponse> responses) => QuestionView.List(responses.Select(r => r.Respondent));
}
