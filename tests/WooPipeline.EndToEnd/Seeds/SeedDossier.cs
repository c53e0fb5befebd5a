using System.Text.RegularExpressions;

namespace WooPipeline.EndToEnd.Seeds;

/// <summary>Makes a dossier folder of the seeds: what they say as texts and registers, what they left out with invented names.</summary>
internal static partial class SeedDossier
{
    public static void Write(string note, string report, string dossier)
    {
        Directory.CreateDirectory(Path.Combine(dossier, "registers"));
        SeedNote.Write(note, dossier);
        SeedReport.Write(report, dossier);
        Save("dossier.yaml", "organisatie: Ministerie van Binnenlandse Zaken en Koninkrijksrelaties\nafkorting: BZK\nonderwerp: portalen\nsoort: kamervragen\nhuissjabloon: bzk\ndatum: 2023-02-17\n");
        Save("registers/ambtenaren.csv", "naam;email;functie;onderdeel\nWietske Dorrestijn;wietske.dorrestijn@minbzk.nl;beleidsmedewerker;D&B\nBouke Harmelink;bouke.harmelink@minbzk.nl;beleidsmedewerker;D&B\n");
        Save("registers/publieke-personen.csv", "naam;functie;organisatie\n" + string.Concat(Members(note).Select(m => $"{m};lid van de Tweede Kamer;Tweede Kamer\n")));
        Save("registers/platformen.csv", "platform;alias;van;tot\nX;Twitter;;2023-07-23\nMeta;Facebook;;2021-10-27\nGoogle;;;\nTikTok;;;\nSnapchat;;;\n");
        Save("registers/uitvraag.csv", "respondent;soort;direct_gevraagd;pogingen;stand\nGoogle;platform;ja;2023-01-10;beantwoord\nMeta;platform;ja;2023-01-10;beantwoord\nTwitter;platform;ja;2023-01-10|2023-01-24;geen reactie\nTikTok;platform;ja;2023-01-10;beantwoord\n");
        Save("registers/platformstatus.csv", "organisatie;platform;soort;heeft;sinds;bron\nBZK;Meta;trusted flagger;ja;2019;bronnen/001.eml\nBZK;X;escalatiekanaal;ja;2023-11;bronnen/001.eml\nBZK;Snapchat;;onbekend;;\nAFM;X;;geen reactie;;\n");

        // The members of Parliament whom the note names are public by their office.
        static IEnumerable<string> Members(string note) => Member().Matches(note.ReplaceLineEndings(" ")).Select(m => m.Groups[1].Value).Distinct();

        void Save(string path, string text) => SeedDossier.Save(dossier, path, text);
    }

    /// <summary>Writes a file of the dossier.</summary>
    public static void Save(string dossier, string path, string text)
    {
        var file = Path.Combine(dossier, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    [GeneratedRegex(@"\b(?:lid|Kamerlid)\s+((?:Van\s+)?[A-Z][a-z]+)")]
    private static partial Regex Member();
}
