using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace WooPipeline.Parliament;

/// <summary>
/// Reads <c>kamervragen/*.md</c>: front matter and a heading <c>## Vraag 1</c> above each question. Keys: zaaknummer; soort (schriftelijk or
/// mondeling); indieners (groups naam, fractie); geadresseerden; ingezonden; onderwerp; kort_onderwerp; ondertekening; mede_namens;
/// voorgelegd_aan; uitstel (groups verzonden, redenen, verwacht, aanhangselnummer); gerelateerd (groups zaaknummer, relatie, omschrijving);
/// aanleiding_verzoek (door, tekst); beantwoord; aanhangselnummer; bron. The text of a question is kept as it stands.
/// </summary>
internal static partial class QuestionSetMarkdownReader
{
    private static readonly string[] Keys =
    [
        "zaaknummer", "soort", "indieners", "geadresseerden", "ingezonden", "onderwerp", "kort_onderwerp", "ondertekening", "mede_namens",
        "voorgelegd_aan", "uitstel", "gerelateerd", "aanleiding_verzoek", "beantwoord", "aanhangselnummer", "bron",
    ];

    public static QuestionSet Read(string text, string source, ProblemList problems)
    {
        var (keys, body) = FrontMatterReader.Split(text, source, problems);
        keys.Expect(problems, Keys);
        var request = keys.Groups("aanleiding_verzoek").FirstOrDefault();
        return new QuestionSet
        {
            CaseNumber = keys.Text("zaaknummer"),
            IsOral = keys.Text("soort").StartsWith("mondeling", StringComparison.OrdinalIgnoreCase),
            Submitters = [.. keys.Groups("indieners").Select(g => new Member(g.Text("naam"), g.Text("fractie")))],
            Addressees = keys.List("geadresseerden"),
            SubmittedOn = keys.Date("ingezonden", problems),
            Subject = keys.Text("onderwerp"),
            ShortSubject = keys.Text("kort_onderwerp"),
            RelatedSets = [.. keys.Groups("gerelateerd").Select(g => new RelatedSet(g.Text("zaaknummer"), g.Text("relatie"), g.Text("omschrijving")))],
            OriginatingRequest = request is null ? null : new OriginatingRequest(request.Text("door"), request.Text("tekst")),
            Questions = Questions(body, source, problems),
            Extensions = [.. keys.Groups("uitstel").Select(g => ExtensionOf(g, problems)).OfType<Extension>()],
            Signatory = keys.Text("ondertekening"),
            OnBehalfOf = keys.List("mede_namens"),
            Consulted = keys.List("voorgelegd_aan"),
            AnsweredOn = keys.Date("beantwoord", problems),
            AppendixNumber = keys.Has("aanhangselnummer") ? keys.Text("aanhangselnummer") : null,
            Source = keys.Source,
        };
    }

    private static Extension? ExtensionOf(FrontMatter keys, ProblemList problems)
    {
        keys.Expect(problems, "verzonden", "redenen", "verwacht", "aanhangselnummer");
        if (keys.Date("verzonden", problems) is not { } sent)
        {
            problems.Error("uitstel-datum", keys.Source, "Een uitstelbericht heeft een datum nodig. Vul 'verzonden' in.");
            return null;
        }

        return new Extension(sent, keys.List("redenen"), keys.Date("verwacht", problems), keys.Has("aanhangselnummer") ? keys.Text("aanhangselnummer") : null);
    }

    private static ImmutableArray<Question> Questions(string body, string source, ProblemList problems)
    {
        var headings = QuestionHeading().Matches(body);
        var questions = ImmutableArray.CreateBuilder<Question>();
        for (var i = 0; i < headings.Count; i++)
        {
            var number = int.Parse(headings[i].Groups[1].Value, CultureInfo.InvariantCulture);
            var start = headings[i].Index + headings[i].Length;
            var end = i + 1 < headings.Count ? headings[i + 1].Index : body.Length;
            var line = string.Create(CultureInfo.InvariantCulture, $"regel {body[..headings[i].Index].Count(c => c == '\n') + 1}");
            var place = new Provenance(source, line);
            if (questions.Any(q => q.Number == number))
            {
                problems.Error("vraag-dubbel", place, $"Vraag {number} komt twee keer voor. Nummer de vragen zoals ze zijn ingezonden.");
            }

            questions.Add(new Question(number, $"Vraag {number}", body[start..end].Trim(), place));
        }

        if (questions.Count == 0)
        {
            problems.Error("vragen-geen", new Provenance(source), "Er staat geen kop 'Vraag 1' in de tekst. Zet boven iedere vraag een kop als '## Vraag 1'.");
        }

        return questions.ToImmutable();
    }

    [GeneratedRegex(@"^#{1,4}[ \t]+vraag[ \t]+(\d{1,4})[ \t]*[.:]?[ \t]*$", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex QuestionHeading();
}
