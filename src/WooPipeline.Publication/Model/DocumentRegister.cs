using System.Collections.Immutable;

namespace WooPipeline.Publication;

/// <summary>
/// Reads <c>registers/documenten.csv</c>, what a coordinator knows of documents that no file tells: <c>bron;vindplaats;opgeschort;bewindspersoon;toelichting</c>.
/// The source (bron) is a path from the dossier's root; one that ends in <c>/</c> means everything below it. The address (vindplaats, several
/// parted by <c>|</c>) is where it was published before; suspended (opgeschort) waits on an interested party (Woo art. 4.4 lid 5); for a
/// minister (bewindspersoon) was made for formal decision-making (art. 5.2 lid 3).
/// </summary>
public sealed class DocumentRegister
{
    private const string Name = "documenten.csv";
    private readonly ImmutableArray<RegisterLine> lines;

    private DocumentRegister(ImmutableArray<RegisterLine> lines) => this.lines = lines;

    /// <summary>The register of a dossier's folder; an empty one where there is none.</summary>
    public static DocumentRegister Load(string dossierFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(dossierFolder);
        return new DocumentRegister([.. RegisterFile.Read(Path.Combine(dossierFolder, "registers", Name))]);
    }

    /// <summary>The documents with what the register says of them.</summary>
    public ImmutableArray<PackageDocument> Apply(ImmutableArray<PackageDocument> documents) =>
        lines.IsEmpty ? documents : [.. documents.Select(d => lines.Where(l => Concerns(l, d.Source)).Aggregate(d, Apply))];

    /// <summary>Rows that concern no document, and addresses that can't be used, in Dutch: a slip of the pen must not pass unseen.</summary>
    public IEnumerable<string> Remarks(ImmutableArray<PackageDocument> documents)
    {
        foreach (var line in lines)
        {
            if (!documents.Any(d => Concerns(line, d.Source)))
            {
                yield return $"registers/{Name}, rij {line.Row}: bij dit pad hoort geen document in dit dossier; schrijf het zoals in intern/bronnen.json.";
            }

            if (line.List("vindplaats").Any(a => !Inventory.InventoryBuilder.IsAddress(a)))
            {
                yield return $"registers/{Name}, rij {line.Row}: de vindplaats moet een volledig adres zijn dat met https:// begint, zonder spaties.";
            }
        }
    }

    private static PackageDocument Apply(PackageDocument document, RegisterLine line) => document with
    {
        Links = [.. document.Links.Concat(line.List("vindplaats")).Distinct(StringComparer.Ordinal)],
        Suspended = document.Suspended || line.IsYes("opgeschort"),
        ForMinister = document.ForMinister || line.IsYes("bewindspersoon"),
        Remark = document.Remark.Length > 0 ? document.Remark : line["toelichting"],
    };

    private static bool Concerns(RegisterLine line, string source) =>
        line["bron"] is { Length: > 0 } path && (path == source || (path[^1] == '/' ? source.StartsWith(path, StringComparison.Ordinal) : source.StartsWith(path + "/", StringComparison.Ordinal)));
}
