using System.Collections.Immutable;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>Commitments with the pages on which each was met: computed where the dossier holds the answers, as stated where it doesn't.</summary>
internal static class FulfilmentPages
{
    public static TemplateObject Fill(ParliamentDossier dossier, PageIndex pages, Func<string, string, TemplateObject?, Markup> render)
    {
        var view = CommitmentView.Create(dossier.Commitments);
        foreach (var (commitment, item) in dossier.Commitments.Zip(((IEnumerable<object?>)view["lijst"]!).Cast<TemplateObject>()))
        {
            item["tekst"] = render(commitment.Text, commitment.Source.ToString(), null);
            item["nakomingen"] = commitment.Fulfilments.Select(f => Of(f, dossier, pages, render)).ToImmutableArray<object?>();
        }

        return view;
    }

    /// <summary>Where a fulfilment is found; the stated pages where its place isn't in the dossier.</summary>
    public static string PagesOf(Fulfilment fulfilment, ParliamentDossier dossier, PageIndex pages)
    {
        var answer = dossier.Answers.FirstOrDefault(a => fulfilment.Question is { } q && a.Questions.Contains(q));
        var range = fulfilment.Table is { } table && pages.Find($"tabel-{table}") is { } place ? place
            : answer is null ? null
            : fulfilment.Quote.Length > 0 ? pages.FindWords(answer.Id, fulfilment.Quote)
            : pages.Find(answer.Id);
        return range is { } found ? References.Pages(found) : fulfilment.StatedPages;
    }

    private static object Of(Fulfilment fulfilment, ParliamentDossier dossier, PageIndex pages, Func<string, string, TemplateObject?, Markup> render)
    {
        var view = CommitmentView.Of(fulfilment, PagesOf(fulfilment, dossier, pages));
        var source = fulfilment.Source.ToString();
        view["toelichting"] = render(fulfilment.Explanation, source, view);
        view["formulering"] = fulfilment.Wording.Length == 0 ? "" : render(fulfilment.Wording, source, view);
        return view;
    }
}
