using System.Collections.Immutable;
using System.Globalization;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>A question set as templates see it.</summary>
internal static class QuestionView
{
    public static TemplateObject Create(QuestionSet set) => new("vragen")
    {
        { "zaaknummer", set.CaseNumber },
        { "mondeling", set.IsOral },
        { "indieners", set.Submitters.Select(m => new TemplateObject("indiener") { { "naam", m.Name }, { "fractie", m.Party } }).ToImmutableArray<object?>() },
        { "indieners_tekst", DutchText.Members([.. set.Submitters.Select(m => (m.Name, m.Party))]) },
        { "geadresseerden", List(set.Addressees) },
        { "ingezonden", Iso(set.SubmittedOn) },
        { "uiterlijk", Iso(set.DueOn) },
        { "onderwerp", set.Subject },
        { "kort_onderwerp", set.ShortSubject.Length > 0 ? set.ShortSubject : set.Subject },
        { "ondertekening", set.Signatory },
        { "mede_namens", List(set.OnBehalfOf) },
        { "voorgelegd_aan", List(set.Consulted) },
        { "beantwoord", Iso(set.AnsweredOn) },
        { "aanhangselnummer", set.AppendixNumber },
        { "aanleiding_verzoek", Request(set) },
        { "gerelateerd", set.RelatedSets.Select(Related).ToImmutableArray<object?>() },
        { "uitstel", set.Extensions.Select(Notice).ToImmutableArray<object?>() },
        { "aantal", set.Questions.Length },
        { "vragen", set.Questions.Select(Question).ToImmutableArray<object?>() },
        { "opmerkingen", List(set.Remarks) },
    };

    /// <summary>A question: its text is Markdown as it was put.</summary>
    public static TemplateObject Question(Question question) => new("vraag")
    {
        { "nummer", question.Number },
        { "label", question.Label },
        { "tekst", new Markup(question.Markdown) },
        { "anker", Anchor(question.Number) },
    };

    /// <summary>Where a question stands in the answers.</summary>
    public static string Anchor(int number) => string.Create(CultureInfo.InvariantCulture, $"vraag-{number}");

    /// <summary>A date as templates hold it.</summary>
    public static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A list as templates hold it.</summary>
    public static ImmutableArray<object?> List(IEnumerable<string> texts) => [.. texts];

    private static TemplateObject? Request(QuestionSet set) => set.OriginatingRequest is not { } request ? null
        : new TemplateObject("aanleiding_verzoek") { { "door", request.By }, { "tekst", request.Text } };

    private static TemplateObject Related(RelatedSet related) => new("gerelateerd")
    {
        { "zaaknummer", related.CaseNumber },
        { "relatie", related.Relation },
        { "omschrijving", related.Description },
    };

    private static TemplateObject Notice(Extension extension) => new("uitstel")
    {
        { "verzonden", Iso(extension.SentOn) },
        { "redenen", List(extension.Reasons) },
        { "verwacht", Iso(extension.ExpectedBy) },
        { "aanhangselnummer", extension.AppendixNumber },
    };
}
