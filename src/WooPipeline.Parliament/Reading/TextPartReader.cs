using System.Collections.Immutable;
using System.Globalization;

namespace WooPipeline.Parliament;

/// <summary>
/// Reads <c>teksten/**/*.md</c>, in order of their paths. Keys: document (nota, antwoorden, rapportage, tabel); onderdeel (kop, aanleiding,
/// besluit, kern, …: any word, and the house template knows the usual ones); titel; volgorde; for answers vraag or vragen, id, geplaatst_na and
/// tabel. The part <c>kop</c> may hold any further key: they are what the document's head shows (soort, aan, van, bijlagen, …).
/// The text is Markdown in which <c>{{ … }}</c> gives data and references.
/// </summary>
internal static class TextPartReader
{
    private static readonly string[] Keys = ["document", "onderdeel", "titel", "volgorde", "vraag", "vragen", "id", "geplaatst_na", "tabel", "label"];

    public static ImmutableArray<TextPart> Load(string folder, ProblemList problems)
    {
        var parts = ImmutableArray.CreateBuilder<TextPart>();
        foreach (var path in DossierFile.List(folder, "teksten", ".md"))
        {
            if (DossierFile.Read(folder, path, problems) is { } text && Read(text, path, problems) is { } part)
            {
                parts.Add(part);
            }
        }

        return parts.ToImmutable();
    }

    public static TextPart? Read(string text, string path, ProblemList problems)
    {
        var (keys, body) = FrontMatterReader.Split(text, path, problems);
        if (!keys.Has("document"))
        {
            problems.Error("tekst-document", new Provenance(path), "De tekst zegt niet bij welk stuk hij hoort. Zet boven de tekst tussen regels '---': document: nota (of antwoorden, rapportage, tabel).");
            return null;
        }

        if (keys.Text("onderdeel") != "kop")
        {
            keys.Expect(problems, Keys);
        }

        return new TextPart
        {
            Document = keys.Text("document").ToLowerInvariant(),
            Part = keys.Text("onderdeel").ToLowerInvariant(),
            Title = keys.Text("titel"),
            Order = keys.Number("volgorde", problems) ?? 0,
            Questions = [.. keys.Numbers("vragen", problems).AddRange(keys.Numbers("vraag", problems)).Order().Distinct()],
            Table = keys.Text("tabel"),
            Settings = keys,
            Markdown = body,
            Source = new Provenance(path),
        };
    }

    /// <summary>The texts that answer questions, as answers.</summary>
    public static ImmutableArray<Answer> Answers(ImmutableArray<TextPart> parts, ProblemList problems)
    {
        var answers = ImmutableArray.CreateBuilder<Answer>();
        foreach (var part in parts.Where(p => p.Document == "antwoorden" && p.Questions.Length > 0))
        {
            var id = part.Settings.Text("id") is { Length: > 0 } given ? given : string.Create(CultureInfo.InvariantCulture, $"antwoord-{part.Questions[0]}");
            if (answers.Any(a => a.Id == id))
            {
                problems.Error("antwoord-dubbel", part.Source, $"Er is al een antwoord met de naam '{id}'. Voeg de teksten samen of geef een eigen id.");
            }

            answers.Add(new Answer(id, part.Questions, part.Markdown, part.Source)
            {
                Label = part.Settings.Text("label"),
                Placement = part.Settings.Number("geplaatst_na", problems) ?? part.Questions[^1],
            });
        }

        return answers.ToImmutable();
    }
}
