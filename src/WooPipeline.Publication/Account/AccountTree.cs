using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Publication;

/// <summary>The redaction account as a document for a reader.</summary>
internal static class AccountTree
{
    /// <summary>Title, totals, a table a document.</summary>
    public static DocumentTree Of(PackageInput input, ImmutableArray<AccountRow> rows)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(TreeParts.Heading(1, "Lakverantwoording"));
        blocks.Add(TreeParts.Facts(input));
        blocks.Add(Paragraph.Of(rows.Length == 0
            ? "In dit dossier is niets gelakt."
            : $"In dit dossier zijn {rows.Length} passages gelakt. Per passage staat hieronder waar, welk soort gegeven, op welke grond en door wie of welke regel; de passage zelf staat er niet."));
        blocks.Add(TreeParts.Heading(2, "Per grond"));
        blocks.Add(TreeParts.Table(["Grond", "Omschrijving", "Aantal"], GroundRows(rows)));
        foreach (var document in rows.GroupBy(r => r.Document.Id, StringComparer.Ordinal))
        {
            blocks.Add(TreeParts.Heading(2, $"Document {document.Key}"));
            blocks.Add(TreeParts.Table(AccountRow.Header.RemoveAt(1), document.Select(r => r.Cells.RemoveAt(1))));
        }

        return new DocumentTree { Title = "Lakverantwoording", Language = input.Dossier.Language, Kind = DocumentKind.Text, Blocks = blocks.ToImmutable() };
    }

    private static IEnumerable<ImmutableArray<string>> GroundRows(ImmutableArray<AccountRow> rows)
    {
        var counts = rows.CountBy(r => (r.Decision.Decision.Ground ?? GroundCatalog.Privacy).Code).ToDictionary(StringComparer.Ordinal);
        return GroundCatalog.All.Where(g => counts.ContainsKey(g.Code)).Select(g => ImmutableArray.Create(g.Code, g.Label, TreeParts.Number(counts[g.Code])));
    }
}
