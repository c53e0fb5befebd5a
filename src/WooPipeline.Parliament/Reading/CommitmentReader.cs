using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>
/// Reads <c>toezeggingen.csv</c>. A row is a commitment with, at most, its first fulfilment; a further row with the same nr holds only a
/// further fulfilment. Columns of the commitment: nr; registernummer; gedaan_door; gedaan_aan; fractie; gelegenheid; datum; tekst (Markdown);
/// soort (termijn, leveren, nagaan, toelichten, delen); uiterlijk; status (open, nagekomen, deels, afgewezen). Columns of the fulfilment:
/// nakoming (tabel toegevoegd, genoemd in antwoord, tekst toegevoegd, verwezen, toegelicht, afgewezen); bij_vraag; bij_tabel (the table's
/// name); pagina (only for a document outside the dossier: within it pages are computed); citaat (word for word); toelichting (Markdown);
/// formulering (the whole line in the writer's words, instead of the house's); brief (document number).
/// </summary>
internal static class CommitmentReader
{
    private static readonly string[] Columns =
    [
        "nr!", "registernummer", "gedaan_door", "gedaan_aan", "fractie", "gelegenheid", "datum", "tekst!", "soort", "uiterlijk", "status",
        "nakoming", "bij_vraag", "bij_tabel", "pagina", "citaat", "toelichting", "formulering", "brief",
    ];

    public static ImmutableArray<Commitment> Load(string folder, ProblemList problems)
    {
        var commitments = new List<Commitment>();
        foreach (var row in RegisterTable.Load(folder, "registers/toezeggingen.csv", Columns, problems).Rows)
        {
            if (row.Number("nr") is not { } number)
            {
                problems.Error("toezegging-nr", row.Source.At("nr"), "Iedere rij hoort bij een nummer. Vul het nummer van de toezegging in.");
                continue;
            }

            var known = commitments.FindIndex(c => c.Number == number);
            if (known < 0)
            {
                commitments.Add(CommitmentOf(number, row));
            }
            else if (FulfilmentOf(row) is { } further)
            {
                commitments[known] = commitments[known] with { Fulfilments = commitments[known].Fulfilments.Add(further) };
            }
            else
            {
                problems.Error("toezegging-dubbel", row.Source, "Dit nummer is er al en de rij noemt geen nakoming. Geef de toezegging een eigen nummer of vul 'nakoming' in.");
            }
        }

        return [.. commitments];
    }

    private static Commitment CommitmentOf(int number, RegisterRow row) => new()
    {
        Number = number,
        RegisterNumber = row.Text("registernummer"),
        MadeBy = row.Text("gedaan_door"),
        MadeTo = row.Text("gedaan_aan").Length == 0 ? null : new Member(row.Text("gedaan_aan"), row.Text("fractie")),
        Occasion = row.Text("gelegenheid"),
        MadeOn = row.Date("datum"),
        Text = row.Required("tekst"),
        Kind = row.Word<CommitmentKind>("soort", "toezegging"),
        DueOn = row.Date("uiterlijk"),
        Status = row.Word<CommitmentStatus>("status", "toezeggingsstand"),
        Fulfilments = FulfilmentOf(row) is { } first ? [first] : [],
        Source = row.Source,
    };

    private static Fulfilment? FulfilmentOf(RegisterRow row) => row.Text("nakoming").Length == 0 ? null : new Fulfilment
    {
        Kind = row.Word<FulfilmentKind>("nakoming", "nakoming"),
        Question = row.Number("bij_vraag"),
        Table = row.Text("bij_tabel") is { Length: > 0 } table ? table : null,
        StatedPages = row.Text("pagina"),
        Quote = row.Text("citaat"),
        Explanation = row.Text("toelichting"),
        Wording = row.Text("formulering"),
        Letter = row.Text("brief"),
        Source = row.Source,
    };
}
