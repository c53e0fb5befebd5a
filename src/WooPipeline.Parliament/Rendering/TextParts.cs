using System.Collections.Immutable;
using System.Globalization;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>The object <c>stuk</c>: what the paper that is being rendered is made of.</summary>
internal sealed class TextParts(ParliamentDossier dossier, string paper, Func<string, string, TemplateObject?, Markup> render)
{
    private const string Head = "kop";

    public TemplateObject Create()
    {
        var head = dossier.Texts.FirstOrDefault(t => t.Document == paper && t.Part == Head);
        return new TemplateObject("stuk")
        {
            { "naam", paper },
            { "titel", head?.Title ?? "" },
            { "kop", DossierView.Of(Head, head?.Settings ?? FrontMatter.Empty) },
            { "inleiding", head is null ? new Markup("") : Body(head, "inleiding") },
            { "delen", Parts().Select(Part).ToImmutableArray<object?>() },
            { "blokken", paper == "antwoorden" ? Blocks() : [] },
        };
    }

    // Texts stand in the order they ask for, then in that of their files.
    private IEnumerable<TextPart> Parts() => dossier.Texts
        .Where(t => t.Document == paper && t.Part != Head && t.Questions.Length == 0)
        .OrderBy(t => t.Order);

    private object Part(TextPart part, int index) => new TemplateObject("deel")
    {
        { "deel", part.Part },
        { "titel", part.Title },
        { "tekst", Body(part, string.Create(CultureInfo.InvariantCulture, $"d{index + 1}")) },
        { "anker", $"deel-{part.Part}" },
    };

    private ImmutableArray<object?> Blocks()
    {
        var questions = dossier.Questions?.Questions ?? [];
        var blocks = ImmutableArray.CreateBuilder<object?>();
        foreach (var question in questions)
        {
            var view = QuestionView.Question(question);
            view["tekst"] = new Markup(PartMarkdown.Fit(question.Markdown, "v", 1));
            blocks.Add(new TemplateObject("blok")
            {
                { "vraag", view },
                { "antwoorden", dossier.Answers.Where(a => a.Placement == question.Number).Select(Answer).ToImmutableArray<object?>() },
            });
        }

        return blocks.ToImmutable();
    }

    private object Answer(Answer answer) => new TemplateObject("antwoord")
    {
        { "anker", answer.Id },
        { "label", answer.Label },
        { "vragen", answer.Questions.Select(n => (object?)n.ToString(CultureInfo.InvariantCulture)).ToImmutableArray() },
        { "tekst", new Markup(PartMarkdown.Fit(Written(answer), answer.Id, 1)) },
    };

    // Only what was written for this dossier has references in it; a published answer stands as it is.
    private string Written(Answer answer) => dossier.Texts.Any(t => t.Source == answer.Source) ? render(answer.Markdown, answer.Source.Source, null).Text : answer.Markdown;

    private Markup Body(TextPart part, string scope) => new(PartMarkdown.Fit(render(part.Markdown, part.Source.Source, null).Text, scope, 1));
}
