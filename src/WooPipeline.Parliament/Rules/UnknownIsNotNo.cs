using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Parliament;

/// <summary>A cell of the table rests on a row; yes rests on evidence; who didn't answer or wasn't asked is never shown as no, and is named.</summary>
internal sealed class UnknownIsNotNo : IRule
{
    public string Code => "R07-onbekend-is-geen-nee";

    public IEnumerable<Problem> Check(RuleContext context) =>
        [.. Rows(context.Dossier), .. Platforms(context.Dossier), .. Unnamed(context), .. Cells(context)];

    private IEnumerable<Problem> Rows(ParliamentDossier dossier)
    {
        foreach (var status in dossier.Statuses)
        {
            if (status.Held.State == KnownState.Yes && status.Held.Basis.IsEmpty)
            {
                yield return this.Error(status.Source.At("bron"), "Hier staat 'ja' zonder bron. Noem het stuk waaruit dat blijkt, of zet 'onbekend'.");
            }

            if (status.Held.State == KnownState.Missing)
            {
                yield return this.Warning(status.Source.At("heeft"), "Deze cel is leeg en telt als onbekend. Vul in wat bekend is: ja, nee, onbekend, niet gevraagd of geen reactie.");
            }

            if (status.Held.State == KnownState.No && status.AccordingToPlatform != KnownState.Yes && status.AccordingToOrganisation != KnownState.Yes)
            {
                yield return this.Error(status.Source.At("heeft"), "Hier staat 'nee', maar organisatie noch platform heeft dat bevestigd. Zet 'onbekend', of vul in wie het heeft bevestigd.");
            }
        }
    }

    // Where a platform wasn't asked, that others have nothing there rests on those others alone.
    private IEnumerable<Problem> Platforms(ParliamentDossier dossier)
    {
        var asked = dossier.Inquiry.Responses.Where(InquiryView.IsPlatform).ToList();
        foreach (var platform in asked.Count == 0 ? [] : dossier.Statuses.Select(s => s.Platform).OfType<string>().Distinct())
        {
            var named = dossier.Platforms.FirstOrDefault(p => p.Name == platform);
            if (!asked.Any(r => r.Respondent == platform || named?.IsCalled(r.Respondent) == true))
            {
                var row = dossier.Statuses.First(s => s.Platform == platform);
                yield return this.Warning(row.Source, $"Bij {platform} is een status bekend, maar {platform} staat niet in uitvraag.csv. Voeg het toe met de stand 'niet gevraagd', of vraag het alsnog: dat anderen er niets hebben, is nu niet vastgesteld.");
            }
        }
    }

    private IEnumerable<Problem> Unnamed(RuleContext context)
    {
        var text = context.Text("antwoorden") + context.Text("nota");
        if (text.Length == 0)
        {
            yield break;
        }

        foreach (var response in context.Dossier.Inquiry.Responses.Where(r => r.State is InquiryState.NoReply or InquiryState.NotAsked && !text.Contains(r.Respondent, StringComparison.OrdinalIgnoreCase)))
        {
            var what = response.State == InquiryState.NoReply ? "heeft niet gereageerd" : "is niet gevraagd";
            yield return this.Warning(response.Basis[^1], $"{response.Respondent} {what}, maar antwoorden en nota zeggen dat niet. Noem het in de tekst.");
        }
    }

    private IEnumerable<Problem> Cells(RuleContext context)
    {
        var matrix = new StatusMatrix(context.Dossier);
        foreach (var paper in context.Inputs.Papers.Where(p => p.Name is "tabel" or "antwoorden"))
        {
            foreach (var (organisation, platform) in NoCells(paper.Tree, matrix))
            {
                if (!matrix.RowsOf(organisation, platform).Any(r => r.Held.State == KnownState.No))
                {
                    yield return this.Error(context.Place(paper.Name), $"De tabel zegt 'nee' bij {organisation} en {platform}, maar platformstatus.csv zegt dat niet. Laat de tabel door het sjabloon maken.");
                }
            }
        }
    }

    private static IEnumerable<(string Organisation, string Platform)> NoCells(DocumentTree tree, StatusMatrix matrix)
    {
        foreach (var table in tree.Blocks.OfType<Table>().Where(t => t.HeaderRows > 0))
        {
            var heads = Texts(table.Rows[0]);
            foreach (var row in table.Rows.Skip(table.HeaderRows).Select(Texts))
            {
                for (var c = 1; c < Math.Min(row.Length, heads.Length); c++)
                {
                    if (string.Equals(row[c], "nee", StringComparison.OrdinalIgnoreCase) && matrix.Organisations.Contains(row[0]) && matrix.Platforms.Contains(heads[c]))
                    {
                        yield return (row[0], heads[c]);
                    }
                }
            }
        }
    }

    private static ImmutableArray<string> Texts(TableRow row) => [.. row.Cells.Select(c => PlainText.Of(c.Blocks).Trim())];
}
