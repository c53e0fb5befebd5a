using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace WooPipeline.Parliament;

/// <summary>Words that are often written wrong, and names that a paper spells in two ways. Quotations keep their errors; the person decides.</summary>
internal sealed class SpellingAgrees : IRule
{
    private static readonly ImmutableArray<ImmutableArray<string>> Words = EmbeddedList.Rows("spelling.csv");

    public string Code => "R19-spelling";

    public IEnumerable<Problem> Check(RuleContext context)
    {
        foreach (var (place, text) in Texts(context.Dossier))
        {
            foreach (var word in Words.Where(w => text.Contains(w[0], StringComparison.OrdinalIgnoreCase)))
            {
                yield return this.Warning(place, $"Hier staat '{word[0]}'; gebruikelijk is '{word[1]}'. Pas het aan, tenzij het een letterlijk citaat is.");
            }
        }

        foreach (var platform in context.Dossier.Platforms.Where(p => p.Aliases.Any(a => a.Until is not null)))
        {
            foreach (var text in context.Dossier.Texts.Where(t => Names(t.Markdown, platform.Name)))
            {
                foreach (var alias in platform.Aliases.Where(a => a.Until is not null && Names(text.Markdown, a.Name)))
                {
                    yield return this.Warning(text.Source, $"Deze tekst noemt hetzelfde platform '{alias.Name}' en '{platform.Name}'. Kies één naam, of schrijf '{platform.Name} (toen {alias.Name})'.");
                }
            }
        }
    }

    // As a word of its own, and not as a host or in the register's own explanation "(toen Twitter)".
    private static bool Names(string text, string name) =>
        Regex.IsMatch(text, $@"(?<![\w./@-])(?<!toen ){Regex.Escape(name)}(?![\w.@-]*\.[a-z]|\w)", RegexOptions.CultureInvariant);

    private static IEnumerable<(Provenance Place, string Text)> Texts(ParliamentDossier dossier) => dossier.Texts.Select(t => (t.Source, t.Markdown))
        .Concat(dossier.Commitments.Select(c => (c.Source.At("tekst"), c.Text)))
        .Concat(dossier.Commitments.SelectMany(c => c.Fulfilments).SelectMany(f => new[] { (f.Source.At("citaat"), f.Quote), (f.Source.At("toelichting"), f.Explanation), (f.Source.At("formulering"), f.Wording) }));
}
