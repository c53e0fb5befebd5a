using System.Collections.Immutable;
using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats.Html;
using WooPipeline.Formats.Pdf;
using WooPipeline.Formats.Sheet;
using WooPipeline.Publication.Inventory;
using WooPipeline.Publication.Metadata;

namespace WooPipeline.Publication;

/// <summary>Writes the lists, metadata and accounts of a package around public files that already stand in a staging folder.</summary>
public static class PackageWriter
{
    /// <summary>
    /// Writes <c>publicatie/</c> (inventory, metadata, manifest) and <c>intern/</c> (sources, account, report, quarantine, search terms).
    /// Same input, same bytes.
    /// </summary>
    /// <param name="staging">Folder that holds <c>publicatie/documenten/*</c> and the rendered texts.</param>
    /// <param name="input">What the package is made of.</param>
    /// <exception cref="PackageException">A source would be lost or a name is not fit to publish; says which and what to do.</exception>
    public static PackageReport Write(string staging, PackageInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentException.ThrowIfNullOrEmpty(staging);
        var files = new PackageFiles(staging);
        PackageSums.Check(input, files);

        // A document that was public in an earlier round may be set aside in this one.
        files.Clear("publicatie/metadata");
        input = input with { Documents = [.. input.Documents.AsParallel().AsOrdered().Select(d => MarkPages.Fill(d, files))] };
        var problems = JudgementRules.Check(input).ToList();
        var written = Lists(files, input).Concat(Descriptions(files, input, problems)).ToArray();
        files.WriteText("publicatie/" + Manifest.Name, Manifest.Text(input, files, "publicatie"));
        written = [.. written, .. input.OwnTexts.Select(t => (t.Path, (Func<string>)(() => t.Text))), (Manifest.Name, () => ManifestWords(input))];
        var removed = OwnListCounts.Add(input, written, problems);
        Internal(files, input with { Removed = removed }, problems);
        files.WriteText("intern/" + Manifest.Name, Manifest.Text(input, files, "intern"));
        return new PackageReport([.. files.List("publicatie").Concat(files.List("intern"))], [.. problems]);
    }

    private static IEnumerable<(string Path, Func<string> Text)> Lists(PackageFiles files, PackageInput input)
    {
        var rows = InventoryBuilder.Build(input).Select(r => r.Cells).ToImmutableArray();
        var csv = CsvFile.Text(InventoryBuilder.Header, rows.Select(r => (IEnumerable<string>)r));
        yield return Public(files, "inventarislijst.csv", csv);
        var sheet = new Worksheet("Inventarislijst", InventoryBuilder.Header, rows);
        files.Write("publicatie/inventarislijst.xlsx", output => XlsxWriter.Write(new Workbook([sheet]), output));
        yield return ("inventarislijst.xlsx", () => sheet.Name + "\n" + csv);
        yield return Public(files, "aanlevering/woogle.csv", WoogleList.Text(input));
    }

    private static IEnumerable<(string Path, Func<string> Text)> Descriptions(PackageFiles files, PackageInput input, List<PackageProblem> problems)
    {
        var documents = DiwooDocuments.Of(input, problems);
        var writer = new DiwooWriter(input.Dossier);
        foreach (var written in documents.AsParallel().AsOrdered().Select(d => Public(files, d.MetadataPath, writer.Text(d))).ToArray())
        {
            yield return written;
        }

        yield return Public(files, GppList.Path, GppList.Text(input, files, documents));
        foreach (var (path, text) in Sitemap.Files(input.Dossier, documents))
        {
            yield return Public(files, path, text);
        }
    }

    /// <summary>Each list is its own, and in a large dossier takes its time: they are written side by side.</summary>
    private static void Internal(PackageFiles files, PackageInput input, List<PackageProblem> problems) => Parallel.Invoke(
        Cores.All,
        () => Account(files, input),
        () =>
        {
            var account = AccountTree.Of(input);
            Parallel.For(0, account.Count, Cores.All, part => Pdf(files, part == 0 ? "intern/lakverantwoording.pdf" : $"intern/lakverantwoording-deel{TreeParts.Number(part + 1)}.pdf", account[part], input.Dossier));
        },
        () =>
        {
            files.WriteText("intern/bronnen.json", SourceList.Text(input));
            files.WriteText("intern/quarantaine.json", QuarantineList.Text(input));
            files.Write("intern/zoektermen.json", output => SearchTerms.Write(input, input.Removed, output));
            files.WriteText("intern/verslag.json", RunReport.Json(input, problems));
            var report = RunReport.Tree(input, problems);
            var page = new HtmlWriteOptions { Title = report.Title, Language = report.Language };
            files.Write("intern/verslag.html", output => HtmlWriter.Write(report, input.Dossier.Style, page, output));
        },
        () => new MdtoWriter(input).Write(files));

    private static void Account(PackageFiles files, PackageInput input)
    {
        var hashes = input.Documents.Where(d => d.PublicFiles.Length > 0)
            .ToDictionary(d => d.Id, d => files.Sha256("publicatie/" + d.PublicFiles[0]), StringComparer.Ordinal);
        files.Write("intern/lakverantwoording.csv", output => CsvFile.Write(
            output, [.. AccountRow.Header, "SHA-256 bron", "SHA-256 openbaar bestand"],
            AccountRow.Of(input).Select(r => (IEnumerable<string>)r.Row(hashes.GetValueOrDefault(r.Document.Id, ""))), ';'));
    }

    private static void Pdf(PackageFiles files, string path, DocumentTree tree, PackageDossier dossier)
    {
        var options = new PdfWriteOptions { Title = tree.Title, Language = tree.Language, Date = Moment(dossier) };
        files.Write(path, output => PdfDocumentWriter.Write(tree, dossier.Style, options, output));
    }

    private static DateTimeOffset? Moment(PackageDossier dossier) =>
        PackageDates.Of(dossier) is { } date ? new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero) : null;

    /// <summary>Writes a public list; its text is read again when it is counted, since those of a large dossier are much to hold.</summary>
    private static (string Path, Func<string> Text) Public(PackageFiles files, string path, string text)
    {
        files.WriteText("publicatie/" + path, text);
        return (path, () => Encoding.UTF8.GetString(files.Read("publicatie/" + path)));
    }

    /// <summary>The words of the manifest that come from the dossier; hashes and numbers aren't words.</summary>
    private static string ManifestWords(PackageInput input) => string.Join('\n',
        input.Dossier.Organisation, input.Dossier.Kind, input.Dossier.Reference, input.Dossier.Subject, "format woo pakket tool WooPipeline policy dossier organisation");
}
