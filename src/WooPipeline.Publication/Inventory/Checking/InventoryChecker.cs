using System.Collections.Immutable;

namespace WooPipeline.Publication;

/// <summary>
/// Reads an inventory (production report) as the platform of the Dutch government does, and tells what it would refuse and, worse, what
/// it would read otherwise than was meant without saying so.
/// </summary>
public static class InventoryChecker
{
    private static readonly (string Field, string Name)[] Required = [("id", "ID"), ("document", "Document"), ("judgement", "Beoordeling"), ("ground", "Beoordelingsgrond")];

    /// <summary>Checks an xlsx or csv file.</summary>
    /// <exception cref="PackageException">The file is neither, or broken.</exception>
    public static InventoryCheckReport Check(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var rows = Inventory.InventoryTable.Read(path);
        var findings = new List<InventoryFinding>();
        if (rows.IsEmpty)
        {
            return new InventoryCheckReport(0, [new InventoryFinding(1, "", InventoryFindingKind.Refused, "leeg", "De lijst is leeg.")]);
        }

        var columns = Columns(rows[0].Cells, findings);
        var missing = Required.Where(r => !columns.ContainsKey(r.Field)).ToArray();
        foreach (var (field, name) in missing)
        {
            findings.Add(new InventoryFinding(1, name, InventoryFindingKind.Refused, "kolom-ontbreekt", Missing(field, name, columns)));
        }

        var filled = rows.Skip(1).Where(r => r.Cells.Any(c => c.Text.Trim().Length > 0)).ToArray();
        if (missing.Length == 0)
        {
            var check = new Inventory.InventoryRowCheck(columns, findings);
            check.Run([.. filled]);
        }

        return new InventoryCheckReport(filled.Length, [.. findings.OrderBy(f => f.Row).ThenBy(f => f.Kind)]);
    }

    private static Dictionary<string, (int Index, string Heading)> Columns(ImmutableArray<Inventory.InventoryCell> header, List<InventoryFinding> findings)
    {
        var columns = new Dictionary<string, (int, string Heading)>(StringComparer.Ordinal);
        for (var i = 0; i < header.Length; i++)
        {
            var heading = header[i].Text;
            if (Inventory.InventoryHeader.Field(heading) is not { } field)
            {
                if (heading.Trim().Length > 0)
                {
                    findings.Add(new InventoryFinding(1, heading, InventoryFindingKind.Advice, "kolom-onbekend", $"De kolom '{heading}' wordt overgeslagen."));
                }

                continue;
            }

            if (!columns.TryAdd(field, (i, heading)))
            {
                findings.Add(new InventoryFinding(1, heading, InventoryFindingKind.Silent, "kolom-dubbel", $"De kolom '{heading}' wordt overgeslagen omdat '{columns[field].Heading}' al voor hetzelfde veld telt; houd er één over."));
            }

            if (Inventory.InventoryHeader.Normalised(heading) == "document id")
            {
                findings.Add(new InventoryFinding(1, heading, InventoryFindingKind.Silent, "document-id-is-naam", "De kolom 'Document ID' wordt gelezen als de naam van het document, niet als het ID; noem haar 'ID'."));
            }
        }

        return columns;
    }

    private static string Missing(string field, string name, Dictionary<string, (int Index, string Heading)> columns) =>
        field == "id" && columns.TryGetValue("document", out var document)
            ? $"De kolom '{name}' ontbreekt; '{document.Heading}' telt als de naam van het document. De gepubliceerde inventarislijst van het platform kan zo niet opnieuw worden ingelezen."
            : $"De kolom '{name}' ontbreekt; voeg haar toe{(field == "ground" ? " (de cellen mogen leeg zijn)" : "")}.";
}
