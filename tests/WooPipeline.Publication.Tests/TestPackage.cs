using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Formats.Pdf;

namespace WooPipeline.Publication.Tests;

/// <summary>A small finished package of invented persons: mails, a Word file, a page, a duplicate, a zip, a broken file.</summary>
internal static class TestPackage
{
    /// <summary>Full name, never allowed.</summary>
    public const string Name = "Marieke van der Zandt";

    /// <summary>A surname that is a common word too: removed in one document, standing in another.</summary>
    public const string Common = "Bakker";

    /// <summary>A short given name that is a verb too.</summary>
    public const string Short = "Wil";

    /// <summary>A direct number.</summary>
    public const string Phone = "06-24681357";

    /// <summary>A local part.</summary>
    public const string Local = "m.vanderzandt";

    /// <summary>A name with signs.</summary>
    public const string Accented = "Zoë Müller-Çelik";

    public static readonly PackageDossier Dossier = new()
    {
        Organisation = "ministerie van Volksgezondheid, Welzijn en Sport",
        Subject = "Opslag van vaccins",
        Reference = "2025-01",
        PeriodStart = new DateOnly(2021, 3, 1),
        PeriodEnd = new DateOnly(2022, 5, 31),
        RequestDate = new DateOnly(2022, 6, 2),
        DecisionDate = new DateOnly(2022, 8, 15),
        CaseNumbers = ["WOO-2022-17"],
    };

    private static readonly Lazy<(PackageInput Input, (string Path, byte[] Bytes)[] Files)> Made = new(MakeOnce);

    private static readonly (string Text, Label Label)[] Sought =
    [
        (Name, Label.Name), (Phone, Label.Phone), (Local, Label.Email), (Accented, Label.Name), ("Anneke " + Common, Label.Name), ("dhr. " + Common, Label.Name), (Short + " de Groot", Label.Name),
    ];

    private static readonly string[] Paragraphs =
    [
        $"Beste {Name},",
        $"Morgen belt {Accented} met u; haar nummer is {Phone}. Zij wil weten of de bakker om de hoek ook koelt. Ik wil dat ook.",
        $"Groet, Anneke {Common}, ook namens {Short} de Groot ({Local}@minvws.nl)",
    ];

    /// <summary>Writes a staged package and gives its input.</summary>
    public static PackageInput Write(string staging, PackageDossier? dossier = null)
    {
        var texts = new List<RedactedText>();
        var documents = new List<PackageDocument>
        {
            Pdf(staging, "0001", "bronnen/001.eml", DocumentKind.Email, Paragraphs, texts) with { Title = "Koeling", FamilyId = "0001", ThreadId = "t1", Date = new DateOnly(2021, 4, 6) },
            Pdf(staging, "0002", "bronnen/001.eml/bijlage.docx", DocumentKind.Text, ["De bakker en de bakker.", "Zonder namen."], texts) with { Title = "Verslag bij de bakker", FamilyId = "0001", Container = "bronnen/001.eml", Date = new DateOnly(2021, 4, 2) },
            Docx(staging, "0003", "bronnen/b.zip/nota.docx", [Paragraphs[1], Paragraphs[2]], texts) with { Container = "bronnen/b.zip", ForMinister = true },
            new() { Id = "0004", Source = "bronnen/b.zip/kopie.eml", SourceSha256 = Sha("4"), State = DocumentState.Duplicate, DuplicateOf = "0001", Kind = DocumentKind.Email, Container = "bronnen/b.zip", ThreadId = "t1" },
            new() { Id = "0005", Source = "bronnen/stuk.pdf", SourceSha256 = Sha("5"), State = DocumentState.Quarantined, Quarantine = new Quarantined("beschadigd", "Het bestand is afgebroken; vraag het opnieuw op.") { Place = "pagina 2" }, Kind = DocumentKind.Pdf },
            new() { Id = "0006", Source = "bronnen/oud.docx", SourceSha256 = Sha("6"), State = DocumentState.Withheld, WithheldGround = GroundCatalog.Find("5.2"), Kind = DocumentKind.Text, Remark = "Concept voor intern beraad" },
            new() { Id = "0007", Source = "bronnen/site.html", SourceSha256 = Sha("7"), State = DocumentState.AlreadyPublic, Links = ["https://www.example.org/kamerbrief"], Kind = DocumentKind.Html, Title = "Kamerbrief" },
            new() { Id = "0008", Source = "bronnen/prive.txt", SourceSha256 = Sha("8"), State = DocumentState.OutOfScope, Kind = DocumentKind.Text },
        };
        documents.Add(Html(staging, "0009", "bronnen/009.html", Paragraphs, texts) with { ThreadId = "t2" });
        Rendered(staging, "nota.pdf");
        return new PackageInput
        {
            Dossier = dossier ?? Dossier,
            Documents = [.. documents],
            Containers = [new PackageContainer("bronnen/b.zip", Sha("zip"), 2)],
            Rendered = [new RenderedFile("nota.pdf", "nota", "Nota over opslag")],
            Removed = RemovedForms.Collect(texts),
            ToolVersion = "1.2.3",
            PolicyHash = Sha("policy"),
        };
    }

    /// <summary>A finished, clean package in a folder; made once, then copied.</summary>
    public static PackageInput Finish(string folder)
    {
        foreach (var (path, bytes) in Made.Value.Files)
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, bytes);
        }

        return Made.Value.Input;
    }

    /// <summary>A finished, clean package in a folder, made anew.</summary>
    public static PackageInput Make(string folder)
    {
        var input = Write(folder);
        PackageWriter.Write(folder, input);
        return input;
    }

    private static (PackageInput Input, (string Path, byte[] Bytes)[] Files) MakeOnce()
    {
        using var folder = new TemporaryFolder();
        var input = Make(folder.Path);
        return (input, [.. Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Select(f => (Path.GetRelativePath(folder.Path, f), File.ReadAllBytes(f)))]);
    }

    /// <summary>SHA-256 of a word, to stand for a file's.</summary>
    public static string Sha(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static PackageDocument Pdf(string staging, string id, string source, DocumentKind kind, string[] paragraphs, List<RedactedText> texts)
    {
        var (document, tree) = Redact(id, source, kind, $"documenten/{id}.pdf", paragraphs, texts);
        using var output = Create(staging, document.PublicFiles[0]);
        PdfDocumentWriter.Write(tree, new HouseStyle(), new PdfWriteOptions { Title = document.Id == "0002" ? "Verslag bij de bakker" : "Koeling", DocumentNumber = id }, output);
        return document;
    }

    private static PackageDocument Docx(string staging, string id, string source, string[] paragraphs, List<RedactedText> texts)
    {
        var (document, tree) = Redact(id, source, DocumentKind.Text, $"documenten/{id}.docx", paragraphs, texts);
        var body = string.Concat(PlainText.Of(tree.Blocks).Split('\n').Select(p => $"<w:p><w:r><w:t>{p[..(p.Length / 2)]}</w:t></w:r><w:r><w:t>{p[(p.Length / 2)..]}</w:t></w:r></w:p>"));
        using var output = Create(staging, document.PublicFiles[0]);
        using var zip = new ZipArchive(output, ZipArchiveMode.Create);
        Member(zip, "word/document.xml", $"<?xml version=\"1.0\"?><w:document xmlns:w=\"urn:w\"><w:body>{body}</w:body></w:document>");
        Member(zip, "docProps/core.xml", "<?xml version=\"1.0\"?><cp:coreProperties xmlns:cp=\"urn:c\" xmlns:dc=\"urn:d\"><dc:title>Document 0003</dc:title></cp:coreProperties>");
        return document;
    }

    private static PackageDocument Html(string staging, string id, string source, string[] paragraphs, List<RedactedText> texts)
    {
        var (document, tree) = Redact(id, source, DocumentKind.Html, $"documenten/{id}.html", paragraphs, texts);
        using var output = Create(staging, document.PublicFiles[0]);
        output.Write(Encoding.UTF8.GetBytes($"<!DOCTYPE html><html lang=\"nl\"><head><title>Webpagina 0009</title></head><body><p>{PlainText.Of(tree.Blocks).Replace("\n", "</p><p>", StringComparison.Ordinal)}</p></body></html>"));
        return document;
    }

    private static void Rendered(string staging, string path)
    {
        using var output = Create(staging, path);
        PdfDocumentWriter.Write(new DocumentTree { Blocks = [Paragraph.Of("De nota wil kort zijn.")] }, new HouseStyle(), new PdfWriteOptions { Title = "Nota over opslag" }, output);
    }

    private static (PackageDocument Document, DocumentTree Tree) Redact(string id, string source, DocumentKind kind, string file, string[] paragraphs, List<RedactedText> texts)
    {
        var tree = new DocumentTree { Blocks = [.. paragraphs.Select(p => Paragraph.Of(p))], Kind = kind };
        var view = TextView.Of(tree);
        var decisions = Sought.SelectMany(s => Places(view.Text, s.Text).Select(at => new Decision
        {
            Span = TextSpan.At(at + Skipped(s.Text), s.Text.Length - Skipped(s.Text)),
            Label = s.Label,
            Verdict = Verdict.Remove,
            Ground = GroundCatalog.Privacy,
            Reason = "Het belang van de persoonlijke levenssfeer weegt zwaarder.",
            Evidence = new Evidence("name.test"),
        })).OrderBy(d => d.Span).ToArray();
        texts.Add(new RedactedText([file], view.Text) { Removed = [.. decisions.Select(d => d.Span)] });
        if (file.StartsWith("documenten/0001", StringComparison.Ordinal))
        {
            texts.Add(new RedactedText(["nota.pdf"], "De nota wil kort zijn."));
            texts.Add(new RedactedText([], $"{Common} {Short}") { Removed = [new TextSpan(0, Common.Length), TextSpan.At(Common.Length + 1, Short.Length)] });
        }

        return (new PackageDocument
        {
            Id = id,
            Source = source,
            SourceSha256 = Sha(id),
            Kind = kind,
            State = decisions.Length > 0 ? DocumentState.PartlyPublic : DocumentState.Public,
            PublicFiles = [file],
            Decisions = [.. decisions.Select(d => new PackageDecision(d, 1))],
        }, TreeRedactor.Apply(tree, Redaction.From(decisions)));
    }

    private static int Skipped(string form) => form.StartsWith("dhr. ", StringComparison.Ordinal) ? 5 : 0;

    private static IEnumerable<int> Places(string text, string form)
    {
        for (var at = text.IndexOf(form, StringComparison.Ordinal); at >= 0; at = text.IndexOf(form, at + 1, StringComparison.Ordinal))
        {
            yield return at;
        }
    }

    private static void Member(ZipArchive zip, string name, string text)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static FileStream Create(string staging, string path)
    {
        var full = Path.Combine(staging, "publicatie", path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return File.Create(full);
    }
}
