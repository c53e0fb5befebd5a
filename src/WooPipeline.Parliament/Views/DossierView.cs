using System.Collections.Immutable;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>The data that every template and text of a dossier sees, apart from the functions that need laid-out pages.</summary>
internal static class DossierView
{
    public static TemplateObject Create(ParliamentDossier dossier) => new("gegevens")
    {
        { "dossier", Settings(dossier) },
        { "vragen", dossier.Questions is { } set ? QuestionView.Create(set) : null },
        { "toezeggingen", CommitmentView.Create(dossier.Commitments) },
        { "uitvraag", InquiryView.Create(dossier.Inquiry) },
        { "status", StatusView.Create(dossier) },
        { "zaken", dossier.Cases.Select(c => CaseView.Create(c, dossier.Platforms)).ToImmutableArray<object?>() },
    };

    /// <summary>Keys of front matter as template values.</summary>
    public static TemplateObject Of(string name, FrontMatter keys)
    {
        var view = new TemplateObject(name, isOpen: true);
        foreach (var (key, value) in keys.Values)
        {
            view[key] = value switch
            {
                FrontMatter group => Of(key, group),
                ImmutableArray<FrontMatter> groups => groups.Select(g => Of(key, g)).ToImmutableArray<object?>(),
                ImmutableArray<string> list => QuestionView.List(list),
                _ => value,
            };
        }

        return view;
    }

    private static TemplateObject Settings(ParliamentDossier dossier)
    {
        var view = new TemplateObject("dossier", isOpen: true);
        foreach (var key in new[] { "organisatie", "afkorting", "onderdeel", "onderwerp", "referentie", "datum", "adres", "postadres", "plaats", "website" })
        {
            view[key] = null;
        }

        foreach (var (key, value) in Of("dossier", dossier.Settings))
        {
            view[key] = value;
        }

        return view;
    }
}
