using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using WooPipeline.Templating;

namespace WooPipeline.EndToEnd.Seeds;

/// <summary>Writes the seed's note as files of a dossier: texts, commitments and annexes.</summary>
internal static partial class SeedNote
{
    private const string Commitments = "Mondelinge Vragenuur en toezeggingen";
    private const string Attachments = "Bijlagen";

    public static void Write(string text, string dossier)
    {
        var parts = SeedText.Cut(text, "Aanleiding", "Geadviseerd besluit", "Kern", Commitments, "Motivering", Attachments);
        var title = string.Join(' ', parts[""].Where(l => l.Length > 0));
        var head = new StringBuilder($"---\ndocument: nota\nonderdeel: kop\ntitel: {title}\nbijlagen:\n");
        foreach (var attachment in AttachmentNames(parts[Attachments]))
        {
            head.Append("  - {naam: \"").Append(attachment).Append("\"}\n");
        }

        SeedDossier.Save(dossier, "teksten/nota/0.md", head.Append("---\n").ToString());
        WritePart(dossier, 1, "aanleiding", "", parts["Aanleiding"]);
        WritePart(dossier, 2, "besluit", "", parts["Geadviseerd besluit"]);
        WritePart(dossier, 3, "kern", "", parts["Kern"]);
        WritePart(dossier, 4, "toezeggingen", Commitments, parts[Commitments].TakeWhile(l => !l.StartsWith('•')));
        WritePart(dossier, 5, "niet-openbaar", "", parts["Motivering"]);
        SeedDossier.Save(dossier, "registers/toezeggingen.csv", Register(SeedText.Blocks(parts[Commitments]).Where(b => b.Level > 0)));
    }

    private static void WritePart(string dossier, int number, string part, string title, IEnumerable<string> lines)
    {
        var heading = title.Length > 0 ? $"titel: {title}\n" : "";
        SeedDossier.Save(dossier, $"teksten/nota/{number}.md", $"---\ndocument: nota\nonderdeel: {part}\n{heading}---\n{SeedText.Markdown(SeedText.Blocks(lines))}");
    }

    // A bullet is a commitment, a bullet below it a fulfilment; its page goes to the register's own column.
    private static string Register(IEnumerable<SeedBlock> bullets)
    {
        var csv = new StringBuilder("nr;tekst;nakoming;pagina;formulering\n");
        var number = 0;
        foreach (var bullet in bullets)
        {
            if (bullet.Level == 1)
            {
                number++;
                csv.Append(CultureInfo.InvariantCulture, $"{number};{Cell(MarkdownEscape.Of(bullet.Text))};;;\n");
                continue;
            }

            var page = Page().Match(bullet.Text);
            var wording = MarkdownEscape.Of(page.Success ? bullet.Text.Replace(page.Value, "p. @", StringComparison.Ordinal) : bullet.Text);
            csv.Append(CultureInfo.InvariantCulture, $"{number};;toegelicht;{page.Groups[1].Value};{Cell(wording.Replace("p. @", "p. {{ hier.pagina }}", StringComparison.Ordinal))}\n");
        }

        return csv.ToString();
    }

    // The table of the extraction: a number and a name that runs on over lines.
    private static List<string> AttachmentNames(IEnumerable<string> lines)
    {
        var names = new List<string>();
        foreach (var line in lines.Where(l => l.Length > 0).Skip(1))
        {
            if (Numbered().Match(line) is { Success: true } first)
            {
                names.Add(first.Groups[1].Value);
            }
            else if (names.Count > 0)
            {
                names[^1] = SeedText.Join(names[^1], line);
            }
        }

        return names;
    }

    private static string Cell(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex(@"p\. (\d+(?:-\d+)?)")]
    private static partial Regex Page();

    [GeneratedRegex(@"^\d+ (.+)$")]
    private static partial Regex Numbered();
}
