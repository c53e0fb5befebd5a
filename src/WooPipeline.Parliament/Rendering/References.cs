using System.Collections.Immutable;
using System.Globalization;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>The object <c>ref</c>: references by name to questions, answers, tables and pages, so that no number is typed by hand.</summary>
internal sealed class References(ParliamentDossier dossier, string paper, PageIndex pages)
{
    private const string Answers = "antwoorden";
    private readonly ImmutableArray<string> tables = TableOrder(dossier);

    public TemplateObject Create() => new("ref")
    {
        { "vraag", new TemplateFunction(a => Question(a, "vraag", QuestionView.Anchor)) },
        { "antwoord", new TemplateFunction(a => Question(a, "het antwoord op vraag", AnswerAnchor)) },
        { "tabel", new TemplateFunction(a => Table(Argument(a))) },
        { "pagina", new TemplateFunction(a => Page(Argument(a))) },
    };

    /// <summary>What stands above a table: its number among those of the answers; empty where only one table is there to be counted.</summary>
    public string TableTitle(string name) => tables.IndexOf(name) is >= 0 and var index ? string.Create(CultureInfo.InvariantCulture, $"Tabel {index + 1}") : "";

    /// <summary>Pages as a note writes them: <c>4</c> or <c>4-5</c>.</summary>
    public static string Pages((int First, int Last) range) => range.First == range.Last
        ? range.First.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{range.First}-{range.Last}");

    /// <summary>Where the answer to a question stands.</summary>
    public string? AnswerAnchor(int question) => dossier.Answers.FirstOrDefault(a => a.Questions.Contains(question))?.Id;

    private static ImmutableArray<string> TableOrder(ParliamentDossier dossier) =>
    [
        .. dossier.Answers.OrderBy(a => a.Placement)
            .Select(a => dossier.Texts.FirstOrDefault(t => t.Source == a.Source)?.Table ?? "")
            .Where(t => t.Length > 0).Distinct(),
    ];

    private object Question(IReadOnlyList<object?> arguments, string word, Func<int, string?> anchorOf)
    {
        if (!int.TryParse(Argument(arguments), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ||
            dossier.Questions?.Questions.Any(q => q.Number == number) != true)
        {
            throw new TemplateException($"'ref' noemt een vraag die er niet is. De vragen zijn 1 tot en met {dossier.Questions?.Questions.Length ?? 0}.");
        }

        var text = string.Create(CultureInfo.InvariantCulture, $"{word} {number}");
        return paper == Answers && anchorOf(number) is { } anchor ? new Markup($"[{text}](#{anchor})") : text;
    }

    private object Table(string name)
    {
        if (!tables.Contains(name))
        {
            throw new TemplateException($"'ref.tabel \"{name}\"' noemt een tabel die in geen antwoord staat. {Suggestion.Sentence(name, tables)} Zet 'tabel: {name}' boven het antwoord waarin hij staat.");
        }

        var text = TableTitle(name).ToLowerInvariant();
        return paper == Answers ? new Markup($"[{text}](#tabel-{name})") : text;
    }

    private object Page(string anchor)
    {
        if (paper == Answers && (anchor.StartsWith("vraag-", StringComparison.Ordinal) || anchor.StartsWith("tabel-", StringComparison.Ordinal) || dossier.Answers.Any(a => a.Id == anchor)))
        {
            return new Markup($"[](pagina:{anchor})");
        }

        // Papers may be drafted before their pages are known; the place must be there even then.
        return pages.Find(anchor) is { } range ? Pages(range)
            : pages.Anchors.Contains(anchor) ? "…"
            : throw new TemplateException($"'ref.pagina \"{anchor}\"' noemt een plaats die er niet is. {Suggestion.Sentence(anchor, pages.Anchors)}");
    }

    private static string Argument(IReadOnlyList<object?> arguments) => arguments.Count > 0 && arguments[0] is { } first
        ? Convert.ToString(first, CultureInfo.InvariantCulture) ?? ""
        : throw new TemplateException("'ref' heeft een naam of nummer nodig, zoals ref.vraag 3 of ref.tabel \"status\".");
}
