using System.Collections.Immutable;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>Commitments as templates see them. What a fulfilment says of pages is added where the pages are known.</summary>
internal static class CommitmentView
{
    public static TemplateObject Create(ImmutableArray<Commitment> commitments)
    {
        var first = commitments.FirstOrDefault(c => c.MadeOn is not null) ?? commitments.FirstOrDefault();
        return new TemplateObject("toezeggingen")
        {
            { "aantal", commitments.Length },
            { "gelegenheid", first?.Occasion },
            { "datum", QuestionView.Iso(first?.MadeOn) },
            { "lijst", commitments.Select(Of).ToImmutableArray<object?>() },
        };
    }

    /// <summary>A fulfilment, with the pages it is found on.</summary>
    public static TemplateObject Of(Fulfilment fulfilment, string pages) => new("nakoming")
    {
        { "soort", ValueWords.WordFor("nakoming", fulfilment.Kind) },
        { "vraag", fulfilment.Question },
        { "tabel", fulfilment.Table },
        { "pagina", pages },
        { "citaat", fulfilment.Quote },
        { "toelichting", new Markup(fulfilment.Explanation) },
        { "formulering", fulfilment.Wording },
        { "brief", fulfilment.Letter },
    };

    private static TemplateObject Of(Commitment commitment) => new("toezegging")
    {
        { "nummer", commitment.Number },
        { "registernummer", commitment.RegisterNumber },
        { "gedaan_door", commitment.MadeBy },
        { "gedaan_aan", commitment.MadeTo?.Name },
        { "fractie", commitment.MadeTo?.Party },
        { "gelegenheid", commitment.Occasion },
        { "datum", QuestionView.Iso(commitment.MadeOn) },
        { "tekst", new Markup(commitment.Text) },
        { "soort", ValueWords.WordFor("toezegging", commitment.Kind) },
        { "uiterlijk", QuestionView.Iso(commitment.DueOn) },
        { "status", ValueWords.WordFor("toezeggingsstand", commitment.Status) },
        { "nakomingen", commitment.Fulfilments.Select(f => Of(f, f.StatedPages)).ToImmutableArray<object?>() },
    };
}
