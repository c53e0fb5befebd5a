using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace WooPipeline.Privacy;

/// <summary>Counts of words, and the measures that follow from them.</summary>
/// <param name="ToRemove">Words that had to go.</param>
/// <param name="Leaked">Of these, words that still stand.</param>
/// <param name="OverRedacted">Words that had to stay and are gone.</param>
public sealed record Measure(int ToRemove, int Leaked, int OverRedacted)
{
    /// <summary>Share of what had to go that is gone; 1 where nothing had to.</summary>
    public double Recall => ToRemove == 0 ? 1 : 1 - ((double)Leaked / ToRemove);

    /// <summary>Share of what is gone that had to; 1 where nothing is gone.</summary>
    public double Precision => ToRemove - Leaked + OverRedacted == 0 ? 1 : (double)(ToRemove - Leaked) / (ToRemove - Leaked + OverRedacted);

    /// <summary>F-measure in which recall weighs twice as much (a leak costs more than a box too many).</summary>
    public double F2 => Precision + Recall == 0 ? 0 : 5 * Precision * Recall / ((4 * Precision) + Recall);
}

/// <summary>How one document did.</summary>
/// <param name="Source">Its source.</param>
/// <param name="Measure">Its counts.</param>
public sealed record DocumentScore(string Source, Measure Measure);

/// <summary>What a run removed from a gold dossier, measured.</summary>
public sealed record GoldEvaluation
{
    /// <summary>Over all documents.</summary>
    public required Measure Total { get; init; }

    /// <summary>By label code; over-redaction has no label and is not counted here.</summary>
    public required ImmutableSortedDictionary<string, Measure> ByLabel { get; init; }

    /// <summary>By kind of document.</summary>
    public required ImmutableSortedDictionary<string, Measure> ByKind { get; init; }

    /// <summary>Persons of whom every sighting in the dossier is gone, and all persons; a person is a removed name of two or more words.</summary>
    public required (int Whole, int All) Persons { get; init; }

    /// <summary>Marked traps kept, and all.</summary>
    public required (int Kept, int All) Traps { get; init; }

    /// <summary>Documents in which something leaked.</summary>
    public required int DocumentsLeaking { get; init; }

    /// <summary>All documents, worst first.</summary>
    public required ImmutableArray<DocumentScore> Documents { get; init; }

    /// <summary>Share of persons without any leak.</summary>
    public double PersonRecall => Persons.All == 0 ? 1 : (double)Persons.Whole / Persons.All;

    /// <summary>Share of traps kept.</summary>
    public double TrapsKept => Traps.All == 0 ? 1 : (double)Traps.Kept / Traps.All;

    /// <summary>For a person to read, in Dutch; names no word of any document.</summary>
    public string ToText(int worst = 10)
    {
        var text = new StringBuilder();
        text.AppendLine(Line("totaal", Total));
        text.AppendLine(CultureInfo.InvariantCulture, $"personen geheel onzichtbaar {PersonRecall:0.000} ({Persons.Whole} van {Persons.All}); valkuilen behouden {TrapsKept:0.000} ({Traps.Kept} van {Traps.All}); documenten met een lek {DocumentsLeaking} van {Documents.Length}");
        foreach (var (label, measure) in ByLabel)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {label,-10} gevonden {measure.Recall:0.000} ({measure.ToRemove} woorden)");
        }

        foreach (var (kind, measure) in ByKind)
        {
            text.AppendLine("  " + Line(kind, measure));
        }

        foreach (var document in Documents.Take(worst).Where(d => d.Measure.Leaked + d.Measure.OverRedacted > 0))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {document.Source}: gelekt {document.Measure.Leaked}, te veel gelakt {document.Measure.OverRedacted}");
        }

        return text.ToString();
    }

    /// <summary>For a program to read.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            total = Row(Total),
            personRecall = PersonRecall,
            trapsKept = TrapsKept,
            documentsLeaking = DocumentsLeaking,
            documents = Documents.Length,
            byLabel = ByLabel.ToDictionary(l => l.Key, l => new { recall = l.Value.Recall, words = l.Value.ToRemove, leaked = l.Value.Leaked }),
            byKind = ByKind.ToDictionary(k => k.Key, k => Row(k.Value)),
            worst = Documents.Select(d => new { source = d.Source, leaked = d.Measure.Leaked, overRedacted = d.Measure.OverRedacted }),
        },
        Indented);

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static object Row(Measure measure) => new { recall = measure.Recall, precision = measure.Precision, f2 = measure.F2, words = measure.ToRemove, leaked = measure.Leaked, overRedacted = measure.OverRedacted };

    private static string Line(string name, Measure measure) => string.Create(CultureInfo.InvariantCulture,
        $"{name}: recall {measure.Recall:0.0000} precisie {measure.Precision:0.0000} F2 {measure.F2:0.0000} ({measure.ToRemove} woorden, {measure.Leaked} gelekt, {measure.OverRedacted} te veel)");
}
