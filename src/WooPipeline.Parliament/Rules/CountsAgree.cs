using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>What a text says of counts, and of who alone did not answer, is what the registers say.</summary>
internal sealed partial class CountsAgree : IRule
{
    private static readonly ImmutableArray<string> Papers = ["nota", "antwoorden", "rapportage"];

    public string Code => "R09-aantallen-kloppen";

    public IEnumerable<Problem> Check(RuleContext context) =>
        Papers.SelectMany(paper => Counts(context, paper).Concat(Alone(context, paper)));

    private IEnumerable<Problem> Counts(RuleContext context, string paper)
    {
        foreach (Match match in Counted().Matches(context.Text(paper)))
        {
            var real = Real(context.Dossier, match.Groups["what"].Value.ToLowerInvariant());
            if (real is { } count && DutchText.ReadCardinal(match.Groups["number"].Value) is { } stated && stated != count)
            {
                yield return this.Error(context.Place(paper), $"De tekst van '{paper}' noemt {stated} {match.Groups["what"].Value}, maar in de registers zijn het er {count}. Laat het getal uit de gegevens komen ({{{{ … | nl.telwoord }}}}) of pas het aan.");
            }
        }
    }

    // "Alleen van Twitter is geen reactie ontvangen": those named must be all that stayed silent.
    private IEnumerable<Problem> Alone(RuleContext context, string paper)
    {
        var silent = context.Dossier.Inquiry.Responses.Where(r => r.State == InquiryState.NoReply).ToList();
        foreach (var sentence in Sentences.Of(context.Text(paper)).Where(s => Only().IsMatch(s) && NoReply().IsMatch(s)))
        {
            var named = context.Dossier.Inquiry.Responses.Where(r => IsNamed(r, sentence, context.Dossier)).ToList();
            var wrong = named.Except(silent).Concat(named.Count > 0 ? silent.Except(named) : []).Select(r => r.Respondent).ToList();
            if (wrong.Count > 0)
            {
                yield return this.Error(context.Place(paper), $"De tekst van '{paper}' zegt wie als enige niet reageerde, maar uitvraag.csv zegt iets anders over {string.Join(" en ", wrong)}. Maak ze gelijk.");
            }
        }
    }

    private static bool IsNamed(InquiryResponse response, string sentence, ParliamentDossier dossier) =>
        (dossier.Platforms.FirstOrDefault(p => p.IsCalled(response.Respondent)) is { } platform ? platform.Aliases.Select(a => a.Name).Append(platform.Name) : [response.Respondent])
            .Any(name => Regex.IsMatch(sentence, $@"\b{Regex.Escape(name)}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant));

    private static int? Real(ParliamentDossier dossier, string what) => what switch
    {
        "toezeggingen" when dossier.Commitments.Length > 0 => dossier.Commitments.Length,
        "kamervragen" or "schriftelijke vragen" when dossier.Questions is { } set => set.Questions.Length,
        _ => null,
    };

    [GeneratedRegex(@"\b(?<number>\d{1,3}|[a-zé]{3,12}) (?<what>toezeggingen|kamervragen|schriftelijke vragen)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\b(?:alleen|uitsluitend|slechts|als enige)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Only();

    [GeneratedRegex(@"\b(?:geen (?:reactie|antwoord)|niet (?:gereageerd|geantwoord)|reageerde niet)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoReply();
}
