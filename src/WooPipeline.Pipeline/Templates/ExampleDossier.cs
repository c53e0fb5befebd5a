using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using WooPipeline.Documents;
using WooPipeline.Parliament;
using WooPipeline.Publication;

namespace WooPipeline.Pipeline;

/// <summary>
/// An invented dossier with something of everything (<c>Data/voorbeeld/</c>), so that what templates are given can be shown and held against
/// them without a dossier of one's own.
/// </summary>
internal sealed class ExampleDossier
{
    private const string Prefix = "WooPipeline.Pipeline.Data.voorbeeld/";

    private ExampleDossier(string folder)
    {
        Parliament = ParliamentDossier.Load(folder);
        Texts = LetterTexts.Load(folder);
        var settings = DossierSettingsFile.Load(Path.Combine(folder, DossierSettingsFile.FileName));
        var documents = Documents(Path.Combine(folder, "documenten.csv"));
        Package = new PackageInput
        {
            Dossier = PublicationSettings.Apply(PackageStage.Describe(settings, new HouseStyle()), settings.Yaml),
            Documents = documents,
            Consultations = [Consultation(documents, settings.Date)],
        };
    }

    /// <summary>What papers are made of.</summary>
    public ParliamentDossier Parliament { get; }

    /// <summary>What the decision letter is made of.</summary>
    public PackageInput Package { get; }

    /// <summary>What people wrote for the decision letter.</summary>
    public LetterTexts Texts { get; }

    /// <summary>Reads it. The rooms read folders, so it stands in one for as long as that takes.</summary>
    public static ExampleDossier Load()
    {
        var folder = Directory.CreateTempSubdirectory("woo-voorbeeld-");
        try
        {
            var assembly = typeof(ExampleDossier).Assembly;
            foreach (var resource in assembly.GetManifestResourceNames().Select(r => (Name: r, Path: r.Replace('\\', '/'))).Where(r => r.Path.StartsWith(Prefix, StringComparison.Ordinal)))
            {
                var path = Path.Combine(folder.FullName, resource.Path[Prefix.Length..]);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                using var file = File.Create(path);
                using var stream = assembly.GetManifestResourceStream(resource.Name)!;
                stream.CopyTo(file);
            }

            return new ExampleDossier(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // number; source; state; ground; title; date; remark
    private static ImmutableArray<PackageDocument> Documents(string path)
    {
        using var stream = File.OpenRead(path);
        using var csv = CsvReader.Create(stream, new CsvReaderOptions { Separator = ';' });
        var documents = ImmutableArray.CreateBuilder<PackageDocument>();
        while (csv.Read())
        {
            documents.Add(new PackageDocument
            {
                Id = csv.GetString(0),
                Source = csv.GetString(1),
                SourceSha256 = "",
                State = Enum.Parse<DocumentState>(csv.GetString(2)),
                Title = csv.GetString(4),
                Date = DateOnly.ParseExact(csv.GetString(5), "yyyy-MM-dd", CultureInfo.InvariantCulture),
                Remark = csv.GetString(6),
                Decisions = GroundCatalog.Find(csv.GetString(3)) is { } ground ? [Removed(ground)] : [],
            });
        }

        return documents.ToImmutable();
    }

    private static PackageDecision Removed(Ground ground) =>
        new(new Decision { Span = TextSpan.At(0, 1), Label = Label.Name, Verdict = Verdict.Remove, Ground = ground, MarkText = ground.Code }, 1);

    private static Consultation Consultation(ImmutableArray<PackageDocument> documents, DateOnly? term) =>
        new("1", "Voorbeeld BV", ConsultationState.Open) { Term = term, Passages = [.. documents.Select(d => (d.Id, TextSpan.At(0, 1)))] };
}
