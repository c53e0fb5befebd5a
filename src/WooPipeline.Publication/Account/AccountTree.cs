using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Publication;

/// <summary>The redaction account as a document for a reader.</summary>
internal static class AccountTree
{
    /// <summary>Rows that one file holds at most, unless a single document has more: beyond it nobody finds anything in a PDF.</summary>
    private const int MaxRows = 5000;

    /// <summary>More passages than this are summed a document in the PDF; the csv always has each of them.</summary>
    private const int MaxPassages = 20_000;

    private const string Each = "Per passage staat hieronder waar, welk soort gegeven, op welke grond en door wie of welke regel; de passage zelf staat er niet.";
    private const string Summed = "Dat zijn er te veel om hier stuk voor stuk te lezen: per document staat hieronder hoeveel passages van welk soort zijn gelakt, op welke grond en door wie of welke regel. Elke passage apart staat in lakverantwoording.csv.";

    /// <summary>Title, totals, a table a document; cut into parts between documents where it grows too long.</summary>
    public static IReadOnlyList<DocumentTree> Of(PackageInput input)
    {
        var grounds = AccountRow.Of(input).CountBy(r => r.Ground.Code).ToDictionary(StringComparer.Ordinal);
        var summed = grounds.Values.Sum() > MaxPassages;
        var parts = Parts(ByDocument(AccountRow.Of(input))
            .Select(d => new AccountPart(d[0].Document.Id, summed ? AccountSums.Of(d) : [.. d.Select(r => r.Cells.RemoveAt(1))])));
        return [.. parts.Select((part, index) => Part(input, grounds, summed, part, index + 1, parts.Count))];
    }

    private static DocumentTree Part(PackageInput input, Dictionary<string, int> grounds, bool summed, List<AccountPart> part, int number, int count)
    {
        var title = count == 1 ? "Lakverantwoording" : $"Lakverantwoording, deel {TreeParts.Number(number)} van {TreeParts.Number(count)}";
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(TreeParts.Heading(1, title));
        if (number == 1)
        {
            blocks.Add(TreeParts.Facts(input));
            blocks.Add(Paragraph.Of(grounds.Count == 0
                ? "In dit dossier is niets gelakt."
                : $"In dit dossier zijn {TreeParts.Number(grounds.Values.Sum())} passages gelakt. {(summed ? Summed : Each)}"));
            blocks.Add(TreeParts.Heading(2, "Per grond"));
            blocks.Add(TreeParts.Table(["Grond", "Omschrijving", "Aantal"], GroundRows(grounds)));
        }

        var header = summed ? AccountSums.Header : AccountRow.Header.RemoveAt(1);
        foreach (var document in part)
        {
            blocks.Add(TreeParts.Heading(2, $"Document {document.Id}"));
            blocks.Add(TreeParts.Table(header, document.Rows));
        }

        return new DocumentTree { Title = title, Language = input.Dossier.Language, Kind = DocumentKind.Text, Blocks = blocks.ToImmutable() };
    }

    private static List<List<AccountPart>> Parts(IEnumerable<AccountPart> documents)
    {
        var parts = new List<List<AccountPart>> { new() };
        var count = 0;
        foreach (var document in documents)
        {
            if (count > 0 && count + document.Rows.Length > MaxRows)
            {
                parts.Add([]);
                count = 0;
            }

            parts[^1].Add(document);
            count += document.Rows.Length;
        }

        return parts;
    }

    /// <summary>The rows of each document, which stand together.</summary>
    private static IEnumerable<List<AccountRow>> ByDocument(IEnumerable<AccountRow> rows)
    {
        var document = new List<AccountRow>();
        foreach (var row in rows)
        {
            if (document.Count > 0 && document[0].Document.Id != row.Document.Id)
            {
                yield return document;
                document = [];
            }

            document.Add(row);
        }

        if (document.Count > 0)
        {
            yield return document;
        }
    }

    private static IEnumerable<ImmutableArray<string>> GroundRows(Dictionary<string, int> counts) =>
        GroundCatalog.All.Where(g => counts.ContainsKey(g.Code)).Select(g => ImmutableArray.Create(g.Code, g.Label, TreeParts.Number(counts[g.Code])));

    /// <summary>A document's rows.</summary>
    private sealed record AccountPart(string Id, ImmutableArray<ImmutableArray<string>> Rows);
}
