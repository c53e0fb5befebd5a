using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Publication;

/// <summary>The redaction account as a document for a reader.</summary>
internal static class AccountTree
{
    /// <summary>Rows that one file holds at most, unless a single document has more: beyond it nobody finds anything in a PDF.</summary>
    private const int MaxRows = 5000;

    /// <summary>Title, totals, a table a document; cut into parts between documents where it grows too long.</summary>
    public static IReadOnlyList<DocumentTree> Of(PackageInput input, ImmutableArray<AccountRow> rows)
    {
        var parts = Parts(rows);
        return [.. parts.Select((part, index) => Part(input, rows, part, index + 1, parts.Count))];
    }

    private static DocumentTree Part(PackageInput input, ImmutableArray<AccountRow> all, List<IGrouping<string, AccountRow>> part, int number, int count)
    {
        var title = count == 1 ? "Lakverantwoording" : $"Lakverantwoording, deel {TreeParts.Number(number)} van {TreeParts.Number(count)}";
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(TreeParts.Heading(1, title));
        if (number == 1)
        {
            blocks.Add(TreeParts.Facts(input));
            blocks.Add(Paragraph.Of(all.Length == 0
                ? "In dit dossier is niets gelakt."
                : $"In dit dossier zijn {all.Length} passages gelakt. Per passage staat hieronder waar, welk soort gegeven, op welke grond en door wie of welke regel; de passage zelf staat er niet."));
            blocks.Add(TreeParts.Heading(2, "Per grond"));
            blocks.Add(TreeParts.Table(["Grond", "Omschrijving", "Aantal"], GroundRows(all)));
        }

        foreach (var document in part)
        {
            blocks.Add(TreeParts.Heading(2, $"Document {document.Key}"));
            blocks.Add(TreeParts.Table(AccountRow.Header.RemoveAt(1), document.Select(r => r.Cells.RemoveAt(1))));
        }

        return new DocumentTree { Title = title, Language = input.Dossier.Language, Kind = DocumentKind.Text, Blocks = blocks.ToImmutable() };
    }

    private static List<List<IGrouping<string, AccountRow>>> Parts(ImmutableArray<AccountRow> rows)
    {
        var parts = new List<List<IGrouping<string, AccountRow>>> { new() };
        var count = 0;
        foreach (var document in rows.GroupBy(r => r.Document.Id, StringComparer.Ordinal))
        {
            var size = document.Count();
            if (count > 0 && count + size > MaxRows)
            {
                parts.Add([]);
                count = 0;
            }

            parts[^1].Add(document);
            count += size;
        }

        return parts;
    }

    private static IEnumerable<ImmutableArray<string>> GroundRows(ImmutableArray<AccountRow> rows)
    {
        var counts = rows.CountBy(r => (r.Decision.Decision.Ground ?? GroundCatalog.Privacy).Code).ToDictionary(StringComparer.Ordinal);
        return GroundCatalog.All.Where(g => counts.ContainsKey(g.Code)).Select(g => ImmutableArray.Create(g.Code, g.Label, TreeParts.Number(counts[g.Code])));
    }
}
