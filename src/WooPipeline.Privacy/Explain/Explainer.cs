using System.Collections.Immutable;
using System.Globalization;
using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>Says for each place at which a passage stands what was found, by which rule, from which source, and what else could have been.</summary>
internal sealed class Explainer(PrivacyEngine engine, PersonRegister register)
{
    private const int MostPlaces = 20;

    public ImmutableArray<Explanation> Explain(PrivacyDocument document, string passage)
    {
        var places = Places(document.View.Text, passage);
        if (places.Count == 0)
        {
            return [new Explanation(Outcome.NotInDocument, -1, ["de passage staat er niet, ook niet met andere hoofdletters of accenten"], ["controleer de spelling of neem een korter stuk"])];
        }

        var decisions = engine.Decide(document, engine.Detect(document, register), register);
        return [.. places.Select(span => At(document, span, decisions))];
    }

    private Explanation At(PrivacyDocument document, TextSpan span, ImmutableArray<Decision> decisions)
    {
        var here = decisions.Where(d => d.Span.Overlaps(span)).ToList();
        if (here.Count == 0)
        {
            return NotFound(document, span);
        }

        var removed = here.Exists(d => d.Verdict == Verdict.Remove);
        var why = ImmutableArray.CreateBuilder<string>();
        foreach (var decision in here)
        {
            why.Add(Describe(decision));
            if (!decision.Span.Contains(span))
            {
                why.Add("de beslissing dekt maar een deel van de passage");
            }
        }

        return new Explanation(removed ? Outcome.Removed : Outcome.Kept, span.Start, why.ToImmutable(), removed ? RemediesForRemoved(here) : ["zet de passage in registers/altijd.csv, of haal de persoon uit registers/publieke-personen.csv"]);
    }

    private string Describe(Decision decision)
    {
        var person = register.Find(decision.Evidence?.PersonId);
        var who = person is null ? "" : string.Create(CultureInfo.InvariantCulture, $"; persoon {person.Id}, {person.Sightings} keer gezien, bekend uit {person.Source}");
        var ground = decision.Ground is { } g ? $", grond {g.Code}" : "";
        var doubt = decision.NeedsReview ? "; twijfel, gaat naar de beoordelaar" : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"{decision.Label.ToCode()}{ground}: {decision.Reason} (regel {decision.Evidence?.Rule ?? "geen"}, zekerheid {decision.Confidence:0.00}{who}{doubt})");
    }

    private static ImmutableArray<string> RemediesForRemoved(List<Decision> decisions) => decisions.Exists(d => d.Evidence?.Rule.StartsWith(WordListMatcher.RulePrefix, StringComparison.Ordinal) == true)
        ? ["haal de regel uit registers/altijd.csv"]
        : decisions.Exists(d => d.Label == Label.Name)
            ? ["zet de passage in registers/nooit.csv", "zet de persoon in registers/publieke-personen.csv als die in functie openbaar is"]
            : decisions.Exists(d => d.Label is Label.Phone or Label.Email)
                ? ["zet het nummer of adres in registers/contactpunten.csv als het algemeen bekend is", "zet de passage in registers/nooit.csv"]
                : ["zet de passage in registers/nooit.csv", $"zet het label onder 'behouden' in het beleid van dossier.yaml"];

    private Explanation NotFound(PrivacyDocument document, TextSpan span)
    {
        using var words = Tokenizer.Cut(document.View.Text, Lexicon.Default);
        var why = ImmutableArray.CreateBuilder<string>();
        using var analysis = engine.Analyse(document, register);
        foreach (var look in analysis.Recognised.Where(r => r.Label is null && r.Span.Overlaps(span)))
        {
            why.Add($"{Explanations.Reason(look.Rule)} (regel {look.Rule})");
        }

        for (var k = words.IndexAt(span.Start); k < words.Count && words[k].Start < span.End; k++)
        {
            Word(document, words, k, why);
        }

        if (NameContext.IsThing(words, words.IndexAt(span.Start), Math.Max(words.IndexAt(span.Start) + 1, words.IndexAt(span.End))))
        {
            why.Add("het hoort bij de naam van een wet, organisatie, straat of werk");
        }

        if (why.Count == 0 && Enumerable.Range(words.IndexAt(span.Start), Math.Max(0, words.IndexAt(span.End) - words.IndexAt(span.Start))).Any(k => words[k] is { IsCapital: true, IsWord: true, Class: WordClass.None }))
        {
            why.Add("geen lijst van namen kent dit woord, en wat eromheen staat wijst in dit document te weinig op een persoon");
        }

        if (why.Count == 0)
        {
            why.Add("geen persoon in het register draagt deze naam en geen patroon past");
        }

        return new Explanation(Outcome.NotFound, span.Start, why.ToImmutable(), ["zet de passage in registers/altijd.csv", "zet de persoon in registers/ambtenaren.csv", "lak de passage in de beoordeling"]);
    }

    private void Word(PrivacyDocument document, TokenText words, int k, ImmutableArray<string>.Builder why)
    {
        var node = register.Trie.Step(0, words[k].Hash);
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var form in node == 0 ? [] : register.Trie.FormsAt(node))
        {
            var person = register.Persons[form.Person];
            if (person.IsBuiltIn || !known.Add(person.Id) || known.Count > 5)
            {
                continue;
            }

            why.Add(!person.Covers(document.Id, document.ThreadId)
                ? $"het kan persoon {person.Id} zijn ({person.Source}), maar die is alleen vermoed en telt niet in dit document"
                : $"het kan persoon {person.Id} zijn ({person.Source}), maar de plaats spreekt ertegen: {Against(words, k)}");
        }
    }

    private static string Against(TokenText words, int k)
    {
        var token = words[k];
        return token.Is(WordClass.Common | WordClass.Month) ? !token.IsCapital ? "een gewoon woord met een kleine letter" : NameContext.StartsSentence(words, k) ? "een gewoon woord aan het begin van een zin" : "een gewoon woord, en er staat niets bij dat op een persoon wijst"
            : token.Is(WordClass.Place) ? "een plaatsnaam"
            : token.Is(WordClass.Brand | WordClass.Organisation | WordClass.Party) ? "de naam van een organisatie of product"
            : token.Is(WordClass.Abbreviation) ? "een gangbare afkorting"
            : "er staat niets bij dat op een persoon wijst";
    }

    /// <summary>Places at which the passage stands, whatever its case, accents, invisible characters and line breaks.</summary>
    private static List<TextSpan> Places(string text, string passage)
    {
        using var words = Tokenizer.Cut(text, Lexicon.Default);
        using var wanted = Tokenizer.Cut(passage, Lexicon.Default);
        var places = new List<TextSpan>();
        for (var k = 0; wanted.Count > 0 && k + wanted.Count <= words.Count && places.Count < MostPlaces; k++)
        {
            var matched = 0;
            while (matched < wanted.Count && words[k + matched].Hash == wanted[matched].Hash)
            {
                matched++;
            }

            if (matched == wanted.Count)
            {
                places.Add(words.Span(k, k + matched));
            }
        }

        return places;
    }
}
