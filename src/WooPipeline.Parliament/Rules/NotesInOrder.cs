using System.Globalization;
using System.Text.RegularExpressions;

namespace WooPipeline.Parliament;

/// <summary>Every mark of a note has its note, every note its mark; each is used once, and numbers typed by hand go up.</summary>
internal sealed partial class NotesInOrder : IRule
{
    public string Code => "R12-voetnoten";

    public IEnumerable<Problem> Check(RuleContext context)
    {
        foreach (var document in context.Dossier.Texts.GroupBy(t => t.Document))
        {
            var last = 0;
            foreach (var text in document)
            {
                foreach (var problem in Check(text))
                {
                    yield return problem;
                }

                foreach (var number in Marks(text.Markdown).Select(m => int.TryParse(m, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).Where(n => n > 0))
                {
                    // Each text may begin again at 1; within a paper that counts on, no number may go back.
                    if (number <= last && number != 1)
                    {
                        yield return this.Warning(text.Source, $"Noot {number} staat achter noot {last}. Nummers worden vanzelf gegeven: gebruik namen ([^naam]) of zet ze op volgorde.");
                    }

                    last = number;
                }
            }
        }
    }

    private IEnumerable<Problem> Check(TextPart text)
    {
        var marks = Marks(text.Markdown).ToList();
        var notes = Note().Matches(text.Markdown).Select(m => m.Groups[1].Value).ToList();
        foreach (var mark in marks.Where(m => !notes.Contains(m)).Distinct())
        {
            yield return this.Error(text.Source, $"Bij [^{mark}] hoort geen noot in dezelfde tekst. Schrijf onderaan '[^{mark}]: …' of haal het teken weg.");
        }

        foreach (var note in notes.Where(n => !marks.Contains(n)).Distinct())
        {
            yield return this.Error(text.Source, $"Noot [^{note}] wordt in de tekst niet genoemd. Zet het teken in de tekst of haal de noot weg.");
        }

        foreach (var twice in notes.GroupBy(n => n).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            yield return this.Error(text.Source, $"Noot [^{twice}] is twee keer geschreven. Geef een van beide een andere naam.");
        }

        foreach (var twice in marks.GroupBy(m => m).Where(g => g.Count() > 1).Select(g => g.Key))
        {
            yield return this.Warning(text.Source, $"Naar noot [^{twice}] wordt twee keer verwezen. Klopt dat, of hoort er een andere noot bij?");
        }
    }

    private static IEnumerable<string> Marks(string markdown) => Mark().Matches(markdown).Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"(?<![\\\w])?\[\^([^\]\s]+)\](?!:)", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^ {0,3}\[\^([^\]\s]+)\]:", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Note();
}
