using System.Text;
using System.Text.RegularExpressions;

namespace WooPipeline.EndToEnd.Seeds;

/// <summary>Writes the seed's report as files of a dossier: texts with notes, a case record, and the annexed mail with invented names in its gaps.</summary>
internal static partial class SeedReport
{
    private const string MailStart = "Van:";
    private const string MailPath = "bronnen/001.eml";

    public static void Write(string text, string dossier)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).ToList();
        var mail = lines.FindIndex(l => l == MailStart);
        var report = lines.Take(mail).ToList();
        var notes = Notes(report);
        var first = report.FindIndex(l => l == "Werkwijze");
        var last = report.FindIndex(l => l.StartsWith("Toepassing rondom", StringComparison.Ordinal));
        SeedDossier.Save(dossier, "teksten/rapportage/0.md", "---\ndocument: rapportage\nonderdeel: kop\ntitel: Rapportage\nhoofdstuk_op_nieuwe_pagina: ja\n---\n");
        Part(dossier, 1, report[0], report[1..first], notes);
        Part(dossier, 2, report[first], [.. report[(first + 1)..last].Select(l => l is "Signalering" or "Beoordeling" ? $"\n## {l}\n" : l)], notes);
        Part(dossier, 3, $"{report[last]} {report[last + 1]}", report[(last + 2)..], notes);
        SeedDossier.Save(dossier, MailPath, Mail(lines.Skip(mail).ToList()));
        SeedDossier.Save(dossier, "zaken/meldingen.csv", $"zaaknummer;platform;gemeld_op;bevestigd_op;bijlage;bijlage_nummer;bron\nTK23-1;X;2023-11-22T14:43;2023-11-22T14:45:59;{MailPath};1;{MailPath}\n");
    }

    // Notes are printed at the foot of the seed's columns; here each goes to the text that first refers to it.
    private static Dictionary<string, string> Notes(List<string> lines)
    {
        var notes = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            if (NoteLine().Match(lines[i]) is not { Success: true } note)
            {
                continue;
            }

            var content = note.Groups[2].Value;
            lines[i] = "";
            while (i + 1 < lines.Count && lines[i + 1].Length > 0 && !NoteLine().IsMatch(lines[i + 1]))
            {
                content = SeedText.Join(content, lines[++i]);
                lines[i] = "";
            }

            notes.Add(note.Groups[1].Value, content);
        }

        return notes;
    }

    private static void Part(string dossier, int number, string title, List<string> lines, Dictionary<string, string> notes)
    {
        var text = new StringBuilder();
        var used = new List<string>();
        foreach (var line in lines)
        {
            text.Append(Marker().Replace(line, match =>
            {
                // A marker whose note stands elsewhere was a mistake of the seed; note numbers are not compared.
                if (!notes.ContainsKey(match.Groups[1].Value) || (number == 2 && used.Count == 0))
                {
                    return "";
                }

                used.Add(match.Groups[1].Value);
                return $"[^{match.Groups[1].Value}]";
            })).Append('\n');
        }

        foreach (var note in used.Distinct())
        {
            text.Append("\n[^").Append(note).Append("]: ").Append(notes[note]).Append('\n');
        }

        SeedDossier.Save(dossier, $"teksten/rapportage/{number}.md", $"---\ndocument: rapportage\nonderdeel: deel-{number}\ntitel: {title}\n---\n{text}");
    }

    private static string Mail(List<string> lines)
    {
        var subject = lines.First(l => l.StartsWith("Onderwerp:", StringComparison.Ordinal))["Onderwerp:".Length..].Trim();
        var body = lines.SkipWhile(l => !l.StartsWith("Datum:", StringComparison.Ordinal)).Skip(1).ToList();
        var quoted = body.FindIndex(l => l.EndsWith("wrote:", StringComparison.Ordinal));
        var reply = string.Join("\r\n", body.Take(quoted)).Replace("Dear ,", "Dear Wietske,", StringComparison.Ordinal).TrimEnd() + "\r\nCaitlin Ferreira-Moss";
        var attribution = body[quoted].Replace("< @", "Wietske Dorrestijn <wietske.dorrestijn@", StringComparison.Ordinal);
        var original = string.Join("\n", body.Skip(quoted + 1))
            .Replace("dear ,", "dear Caitlin,", StringComparison.Ordinal)
            .Replace("https://twitter.com/", "https://twitter.com/rodepotlood88/status/1727334455667788990", StringComparison.Ordinal)
            .Replace("Turfmarkt 147 –  |", "Turfmarkt 147 – B05.318 |", StringComparison.Ordinal)
            .Replace("\nKind regards,\n", "\nKind regards,\n\nWietske Dorrestijn\n", StringComparison.Ordinal);
        var text = $"{reply}\r\n\r\n{attribution}\r\n{string.Concat(original.Split('\n').Select(l => $"> {l}\r\n"))}";
        return "From: Caitlin Ferreira-Moss <cferreira@twitter.com>\r\nTo: Wietske Dorrestijn <wietske.dorrestijn@minbzk.nl>\r\n" +
            "Cc: Bouke Harmelink <bouke.harmelink@minbzk.nl>, jlangdon@twitter.com, pradeep.n@twitter.com\r\n" +
            $"Date: Wed, 22 Nov 2023 14:45:59 +0100\r\nSubject: {subject}\r\nMessage-ID: <tk23-1@twitter.com>\r\n" +
            $"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{text}";
    }

    [GeneratedRegex(@"^(\d) (\D.*)$")]
    private static partial Regex NoteLine();

    [GeneratedRegex(@"(?<=[A-Za-z]\.) ?(\d)(?=\s|$)")]
    private static partial Regex Marker();
}
