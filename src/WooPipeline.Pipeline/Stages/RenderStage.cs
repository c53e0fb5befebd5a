using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats.Html;
using WooPipeline.Formats.Pdf;
using WooPipeline.Formats.Word;
using WooPipeline.Parliament;
using WooPipeline.Privacy;
using WooPipeline.Publication;
using WooPipeline.Templating;

namespace WooPipeline.Pipeline;

/// <summary>
/// Makes the texts that the dossier asks for from templates, anonymises them by the same policy and writes them. It is rendered twice:
/// once so that the persons in it join the register, once for good, when pages are known.
/// </summary>
internal sealed class RenderStage(
    ParliamentDossier dossier, TemplateHost templates, HouseStyle style, DossierSettings settings, Func<string, DocumentTree?> source)
{
    private const string InternalNotice = "Interne versie: bevat persoonsgegevens en is niet voor publicatie bestemd.";
    private static readonly IReadOnlyDictionary<string, int> NoPages = new Dictionary<string, int>();

    /// <summary>The texts before pages are known, for the register of persons.</summary>
    public ImmutableArray<PrivacyDocument> Draft() =>
        [.. Render((_, _) => NoPages).Select(t => ForPrivacy(t, TextView.Of(t.Tree)))];

    /// <summary>The texts as published, with what was decided in them.</summary>
    public ImmutableArray<RenderedRecord> Final(PrivacyEngine engine, PersonRegister persons, StandingForms standing)
    {
        RenderedRecord Anonymised(RenderedText text) => Anonymise(text, engine, persons, standing);
        return [.. Render((name, tree) => Pages(Anonymised(new RenderedText(name, name, tree, null)))).Select(Anonymised)];
    }

    /// <summary>A text made again after the check found forms in its files.</summary>
    public static RenderedRecord Mend(RenderedRecord text, ImmutableDictionary<string, ImmutableArray<string>> found)
    {
        var forms = found.Where(f => Path.GetFileNameWithoutExtension(f.Key) == text.Name).SelectMany(f => f.Value).Distinct(StringComparer.Ordinal);
        var decisions = RepairStage.Extend(text.View, text.Decisions, forms);
        if (decisions == text.Decisions)
        {
            return text;
        }

        var redactions = Redaction.From(decisions);
        return text with { Decisions = decisions, Public = TreeRedactor.Apply(text.Tree, redactions), Rows = Without(text.Rows, text.View, redactions) };
    }

    /// <summary>The rows come from the registers, not from the tree: what was removed in the tree goes from them too.</summary>
    private static ImmutableArray<ImmutableArray<string>>? Without(ImmutableArray<ImmutableArray<string>>? rows, TextView view, IReadOnlyList<Redaction> redactions)
    {
        (string Text, string Mark)[] removed = [.. redactions.Where(r => r.Area is null).Select(r => (view.Text[r.Span.Start..r.Span.End], r.MarkText)).Distinct()];
        return removed.Length == 0 ? rows : rows?.Select(row => row.Select(cell => PublicText.Without(cell, removed)).ToImmutableArray()).ToImmutableArray();
    }

    /// <summary>Writes a text in its formats; gives the files made.</summary>
    public ImmutableArray<RenderedFile> Write(RenderedRecord text, string publication)
    {
        var files = ImmutableArray.CreateBuilder<RenderedFile>();
        void Make(string extension, Action<Stream> write)
        {
            var path = $"{text.Name}.{extension}";
            using var output = new FileStream(Path.Combine(publication, path), FileMode.Create, FileAccess.Write);
            write(output);
            files.Add(new RenderedFile(path, text.Name, text.Title, settings.Date));
        }

        Make("pdf", s => PdfDocumentWriter.Write(text.Public, style, PdfOptions(text), s));
        Make("docx", s => DocxWriter.Write(text.Public, style, new DocxWriteOptions { Title = text.Title, Language = text.Public.Language }, s));
        Make("html", s => HtmlWriter.Write(text.Public, style, new HtmlWriteOptions { Title = text.Title, Language = text.Public.Language }, s));
        if (text.Rows is { } rows)
        {
            Make("csv", s => s.Write(CsvFile.Bytes(rows[0], rows.Skip(1).Select(r => (IEnumerable<string>)r), ';')));
        }

        return files.ToImmutable();
    }

    /// <summary>
    /// Writes the versions that stay inside: they name who drafted and hold the annexes whole. They go to a folder of <c>intern/</c> and are
    /// laid out by themselves, so that their page numbers are their own.
    /// </summary>
    public void WriteInternal(string folder)
    {
        var services = new RenderServices(source, Pages) { Audience = Audience.Internal };
        foreach (var text in ParliamentRenderer.Render(dossier, templates, services))
        {
            Directory.CreateDirectory(folder);
            var title = $"{text.Title} (interne versie)";
            var tree = text.Tree with { Blocks = text.Tree.Blocks.Insert(0, Paragraph.Of(InternalNotice)) };
            using var pdf = File.Create(Path.Combine(folder, text.Name + ".pdf"));
            PdfDocumentWriter.Write(tree, style, PdfOptions(title, tree), pdf);
            using var docx = File.Create(Path.Combine(folder, text.Name + ".docx"));
            DocxWriter.Write(tree, style, new DocxWriteOptions { Title = title, Language = tree.Language }, docx);
        }
    }

    private ImmutableArray<RenderedText> Render(Func<string, DocumentTree, IReadOnlyDictionary<string, int>> pages) =>
        ParliamentRenderer.Render(dossier, templates, new RenderServices(source, pages));

    private RenderedRecord Anonymise(RenderedText text, PrivacyEngine engine, PersonRegister persons, StandingForms standing)
    {
        var view = TextView.Of(text.Tree);
        var document = ForPrivacy(text, view);
        var decisions = Redactable.Of(view, standing.Extend(view.Text, engine.Decide(document, engine.Detect(document, persons), persons)));
        var redactions = Redaction.From(decisions);
        return new RenderedRecord(text.Name, text.Title, text.Tree, view, decisions, TreeRedactor.Apply(text.Tree, redactions), Without(text.CsvRows, view, redactions));
    }

    /// <summary>The pages of a paper's anchors as it stands, for the rules.</summary>
    public IReadOnlyDictionary<string, int> Pages(string name, DocumentTree tree) =>
        Pages(new RenderedRecord(name, name, tree, TextView.Of(tree), [], tree, null));

    private IReadOnlyDictionary<string, int> Pages(RenderedRecord text) =>
        PdfDocumentWriter.Write(text.Public, style, PdfOptions(text), Stream.Null).Places;

    private PdfWriteOptions PdfOptions(RenderedRecord text) => PdfOptions(text.Title, text.Public);

    private PdfWriteOptions PdfOptions(string title, DocumentTree tree) => new()
    {
        Title = title,
        Language = tree.Language,
        Date = settings.Date is { } date ? new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null,
    };

    private PrivacyDocument ForPrivacy(RenderedText text, TextView view) => new("tekst-" + text.Name, view, settings.Date, null, DocumentKind.Text);
}
