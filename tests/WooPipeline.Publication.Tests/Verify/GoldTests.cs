using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using WooPipeline.Documents;
using WooPipeline.Formats.Pdf;
using WooPipeline.Publication.Verification;

namespace WooPipeline.Publication.Tests;

/// <summary>
/// Dossiers of which it is known what must go: redacted exactly so, the check must be silent; with one passage left standing, it must speak.
/// </summary>
public class GoldTests
{
    public static TheoryData<string> Dossiers => ["gezondheid", "infrastructuur", "subsidie", "verkiezingen"];

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void A_rightly_redacted_dossier_raises_no_alarm(string dossier)
    {
        if (Read(dossier) is not { } documents)
        {
            return;
        }

        using var folder = new TemporaryFolder();
        Package(folder, documents, []);

        var alarms = PackageVerifier.Verify(folder.Path).Findings;
        Assert.True(alarms.IsEmpty, string.Join("\n", alarms.Select(f => $"{f.File} {f.Place} {Form(folder, f.Form)}")));
    }

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void A_passage_left_standing_is_found(string dossier)
    {
        if (Read(dossier) is not { } documents)
        {
            return;
        }

        var (left, missed) = (0, new List<string>());
        for (var round = 0; round < 2; round++)
        {
            using var folder = new TemporaryFolder();
            var standing = documents.Where(d => d.Removed.Length > 0).Select((d, i) => (d.Id, Span: d.Removed[((round * 7) + (i * 3)) % d.Removed.Length])).ToArray();
            Package(folder, documents, standing);
            var found = PackageVerifier.Verify(folder.Path).Findings.Where(f => f.Kind == VerifyKind.Leak).Select(f => f.File).ToHashSet();
            left += standing.Length;
            missed.AddRange(standing.Where(s => !found.Contains($"publicatie/documenten/{s.Id}.pdf"))
                .Select(s => documents.First(d => d.Id == s.Id).Text[s.Span.Start..s.Span.End])
                // One or two letters or a house number say nothing by themselves, and some of them are particles that stand everywhere.
                .Where(t => t.Count(char.IsLetter) > 2 || t.Count(char.IsDigit) > 3));
        }

        Assert.True(left > 30);
        Assert.True(missed.Count == 0, string.Join('\n', missed));
    }

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void The_platform_reads_its_inventory_as_it_was_meant(string dossier)
    {
        if (Read(dossier) is not { } documents)
        {
            return;
        }

        using var folder = new TemporaryFolder();
        Package(folder, documents, []);
        foreach (var table in new[] { PlatformReader.Xlsx(folder.File("publicatie", "inventarislijst.xlsx")), [.. SimpleCsv.Rows(File.ReadAllText(folder.File("publicatie", "inventarislijst.csv")))] })
        {
            var rows = PlatformReader.Read(table);

            Assert.Equal(documents.Select(d => d.Id).Order(StringComparer.Ordinal), rows.Select(r => r.Id));
            Assert.All(rows, r => Assert.Equal(("public", "email", "E-mail " + r.Id), (r.Judgement, r.SourceType, r.Name)));
            Assert.All(documents, d => Assert.Equal(d.Id, PlatformReader.IdOfFile($"documenten/{d.Id}.pdf")));
        }

        Assert.Empty(InventoryChecker.Check(folder.File("publicatie", "inventarislijst.xlsx")).Findings);
    }

    private static void Package(TemporaryFolder folder, ImmutableArray<Gold> documents, (string Id, TextSpan Span)[] standing)
    {
        foreach (var document in documents)
        {
            var tree = new DocumentTree { Blocks = [.. document.Text.Split('\n').Select(l => Paragraph.Of(l))] };
            var removed = document.Removed.Where(r => !standing.Contains((document.Id, r)))
                .Select(r => new Redaction(r, "5.1.2e", GroundCatalog.Privacy, Label.Name)).ToArray();
            var path = folder.File("publicatie", "documenten", document.Id + ".pdf");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var output = File.Create(path);
            PdfDocumentWriter.Write(TreeRedactor.Apply(tree, removed), new HouseStyle(), new PdfWriteOptions { Title = "E-mail " + document.Id }, output);
        }

        PackageWriter.Write(folder.Path, new PackageInput
        {
            Dossier = TestPackage.Dossier,
            Documents = [.. documents.Select(d => new PackageDocument { Id = d.Id, Source = $"bronnen/x{d.Id}.eml", SourceSha256 = d.Id, State = DocumentState.Public, PublicFiles = [$"documenten/{d.Id}.pdf"], Kind = DocumentKind.Email })],
            Removed = RemovedForms.Collect(documents.Select(d => new RedactedText([$"documenten/{d.Id}.pdf"], d.Text) { Removed = d.Removed, Kept = d.Kept })),
        });
    }

    private static string Form(TemporaryFolder folder, int number)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(folder.File("intern", "zoektermen.json")));
        return number == 0 ? "" : json.RootElement.GetProperty("forms")[number - 1].ToString();
    }

    private static ImmutableArray<Gold>? Read(string dossier)
    {
        if (Repository.Shared("gold", dossier, "gold") is not { } folder)
        {
            return null;
        }

        return [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(Document)];
    }

    private static Gold Document(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var text = new StringBuilder();
        var removed = ImmutableArray.CreateBuilder<TextSpan>();
        var kept = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var segment in json.RootElement.GetProperty("segments").EnumerateArray())
        {
            var words = segment[1].GetString()!.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\t", " ", StringComparison.Ordinal);
            var span = TextSpan.At(text.Length, words.Length);
            text.Append(words);
            if (segment[0].ValueKind == JsonValueKind.String && words.Length > 0)
            {
                (segment[0].GetString() == "KEEP" ? kept : removed).Add(span);
            }
        }

        return new Gold(Path.GetFileNameWithoutExtension(path), text.ToString(), removed.ToImmutable(), kept.ToImmutable());
    }

    private sealed record Gold(string Id, string Text, ImmutableArray<TextSpan> Removed, ImmutableArray<TextSpan> Kept);
}
