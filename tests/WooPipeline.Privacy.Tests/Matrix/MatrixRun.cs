using WooPipeline.Documents;

namespace WooPipeline.Privacy.Tests;

/// <summary>One text of the matrix through both passes: which of its words went.</summary>
internal sealed class MatrixRun
{
    /// <summary>Every text stands among others in its dossier; what it says by itself is all that is known.</summary>
    private const string Rest = "\n\nDe overige stukken liggen ter inzage. Over de kosten is nog niets besloten; dat volgt in het najaar.\n";

    private readonly PrivacyEngine engine;

    public MatrixRun()
    {
        using var folder = new TemporaryFolder();
        engine = PrivacyEngine.Create(PolicySettings.Default, PrivacyRegisters.Load(folder.Path));
    }

    public static IEnumerable<string[]> Rows(string file) => File.ReadLines(Repository.PathOf("tests", "WooPipeline.Privacy.Tests", "Cases", "matrix", file)).Skip(1).Where(l => l.Length > 0).Select(l => l.Split(';', file.Contains("contexts", StringComparison.Ordinal) ? 2 : 5));

    public static List<MatrixPerson> Persons() => [.. Rows("persons.csv").Select(r => new MatrixPerson(r[0], r[1], r[2], r[3], r[4]))];

    /// <summary>Facts of a mail that such a person sent.</summary>
    public DocumentFacts Sent(MatrixPerson person) => engine.Scan(TestEngine.Document($"Van: {person.Header}\nAan: info@dienst.example\nOnderwerp: stukken\n\nZie de bijlage.\n", "900", DocumentKind.Email));

    /// <summary>Words inside and outside the filled places that stayed or went wrongly: leaks, or what was taken for nothing.</summary>
    public (int Counted, List<string> Wrong) Count(MatrixText text, DocumentFacts? other, bool inside, bool removed)
    {
        var chat = char.IsAsciiDigit(text.Text[0]) && text.Text.Contains(" - ", StringComparison.Ordinal);
        var document = TestEngine.Document(chat ? text.Text : text.Text + Rest, kind: chat ? DocumentKind.Chat : DocumentKind.Text);
        var register = engine.Merge(other is null ? [engine.Scan(document)] : [engine.Scan(document), other]);
        var gone = Redaction.From(engine.Decide(document, engine.Detect(document, register), register)).Select(r => r.Span).ToList();
        var words = text.Words(inside).ToList();
        return (words.Count, [.. words.Where(w => gone.Exists(g => g.Start <= w.Start && g.End >= w.End) == removed).Select(w => text.Text[w.Start..w.End])]);
    }
}
