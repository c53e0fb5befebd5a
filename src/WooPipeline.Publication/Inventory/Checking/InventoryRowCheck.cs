using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using WooPipeline.Documents;

namespace WooPipeline.Publication.Inventory;

/// <summary>The platform's rules for the cells of each row.</summary>
internal sealed partial class InventoryRowCheck(IReadOnlyDictionary<string, (int Index, string Heading)> columns, List<InventoryFinding> findings)
{
    private static readonly HashSet<string> SourceTypes = new(DataTable.Read("source-types.csv").Select(r => r[0]), StringComparer.Ordinal);
    private static readonly string[] Judgements = ["openbaar", "deels openbaar", "reeds openbaar", "niet openbaar"];
    private static readonly string[] Yes = ["true", "ja", "yes", "1", "y", "j"];
    private int row;
    private ImmutableArray<InventoryCell> cells = [];

    /// <summary>Checks all rows.</summary>
    public void Run(ImmutableArray<(int Row, ImmutableArray<InventoryCell> Cells)> rows)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (number, content) in rows)
        {
            (row, cells) = (number, content);
            Id(ids);
            Name();
            Judgement();
            Grounds();
            Date();
            Context();
            Whole("family");
            Whole("thread");
            SourceType();
            Suspended();
            RemarkAndLinks();
            Cases();
        }

        foreach (var (number, content) in rows)
        {
            (row, cells) = (number, content);
            Related(ids);
        }
    }

    private void Id(HashSet<string> ids)
    {
        var id = Text("id");
        if (id.Length == 0)
        {
            Refuse("id", "id-leeg", "De rij heeft geen ID.");
            return;
        }

        if (!ids.Add(id.ToLowerInvariant()))
        {
            Refuse("id", "id-dubbel", $"Het ID '{id}' komt al voor; hoofdletters maken geen verschil.");
        }

        if (id.Length > 170 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-'))
        {
            Refuse("id", "id-ongeldig", "Het ID mag alleen uit letters en cijfers bestaan, hoogstens 170.");
        }
        else if (!id.All(char.IsAsciiLetterOrDigit))
        {
            Silent("id", "id-vindt-geen-bestand", $"Het ID '{id}' wordt geaccepteerd, maar geen bestand kan erbij horen: van een bestandsnaam tellen alleen de letters en cijfers vooraan. Gebruik alleen letters en cijfers.");
        }
    }

    private void Name()
    {
        var name = Text("document");
        if (Encoding.UTF8.GetByteCount(name) > InventoryBuilder.MaxNameBytes)
        {
            Refuse("document", "naam-te-lang", "De naam is langer dan 500 bytes (letters met een teken tellen dubbel); kort haar in.");
        }
    }

    private void Judgement()
    {
        var judgement = Text("judgement").Trim().ToLowerInvariant();
        if (!Judgements.Contains(judgement))
        {
            Silent("judgement", "beoordeling-onbekend", $"De beoordeling '{Text("judgement")}' wordt gelezen als 'Niet openbaar' en het bestand wordt overgeslagen; gebruik Openbaar, Deels openbaar, Reeds openbaar of Niet openbaar.");
        }
    }

    private void Grounds()
    {
        foreach (var code in Text("ground").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (GroundCatalog.All.Any(g => g.Code == code) || DottedGround().IsMatch(code))
            {
                continue;
            }

            var meant = code.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Length > 1 && GroundCatalog.Find(code) is null ? "; scheid gronden met een puntkomma"
                : GroundCatalog.Find(code) is { } ground ? $"; bedoeld is '{ground.Code}'" : "";
            Silent("ground", "grond-onbekend", $"De grond '{code}' wordt overgenomen zonder omschrijving{meant}.");
        }
    }

    private void Date()
    {
        var cell = Cell("date");
        if (cell.Text.Length == 0)
        {
            return;
        }

        if (PlatformDate.Read(cell.Text) is not { } read)
        {
            Refuse("date", "datum-onleesbaar", $"De datum '{cell.Text}' kan niet worden gelezen; zet hem als tekst jjjj-mm-dd.");
            return;
        }

        var day = read.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if ((cell.Meant is { } meant && meant != read.Day) || read.RolledOver || read.Day.Year is < 1800 or > 2200)
        {
            Silent("date", "datum-verlezen", $"De datum '{cell.Text}' wordt gelezen als {day}; zet hem als tekst jjjj-mm-dd.");
        }
        else if (read.Format == "d/m/Y" && read.Day.Day <= 12 && read.Day.Day != read.Day.Month)
        {
            Silent("date", "datum-dubbelzinnig", $"De datum '{cell.Text}' wordt gelezen als {day} (dag eerst); was de maand eerst bedoeld, dan gaat het stil mis. Zet hem als tekst jjjj-mm-dd.");
        }
    }

    private void Context()
    {
        var (matter, context) = (Text("matter"), Text("context"));
        if (matter.Length > 0 == context.Length > 0)
        {
            Refuse(matter.Length > 0 ? "context" : "matter", "matter-of-context", "Vul in elke rij óf Matter óf Publicatiecontext in, precies één van beide.");
        }

        foreach (var (field, value) in new[] { ("matter", matter), ("context", context) })
        {
            if (value.Length > 255 || !value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~'))
            {
                Refuse(field, "matter-ongeldig", $"'{value}' mag alleen letters, cijfers en - . _ ~ bevatten, hoogstens 255.");
            }
        }
    }

    private void Whole(string field)
    {
        var text = Text(field);
        if (text.Length > 0 && (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) || value < 1))
        {
            Refuse(field, "geen-geheel-getal", $"'{text}' moet een geheel getal van 1 of hoger zijn.");
        }
    }

    private void SourceType()
    {
        var type = Text("type").Trim().ToLowerInvariant();
        if (type.Length > 0 && !SourceTypes.Contains(type))
        {
            Silent("type", "bestandstype-onbekend", $"Het bestandstype '{Text("type")}' wordt gelezen als 'unknown'.");
        }
    }

    private void Suspended()
    {
        var value = Text("suspended").Trim().ToLowerInvariant();
        if (value.Length > 0 && !Yes.Contains(value) && value is not ("nee" or "no" or "false" or "0" or "n"))
        {
            Silent("suspended", "opgeschort-onbekend", $"'{Text("suspended")}' wordt gelezen als niet opgeschort; gebruik Ja of laat de cel leeg.");
        }
    }

    private void RemarkAndLinks()
    {
        var (remark, links) = (Text("remark"), Text("link"));
        if (remark.Length > InventoryBuilder.MaxRemark)
        {
            Refuse("remark", "toelichting-te-lang", "De toelichting is langer dan 1000 tekens.");
        }

        if (links.Length == 0 && remark.StartsWith("http", StringComparison.Ordinal))
        {
            Silent("remark", "toelichting-als-link", "De toelichting begint met 'http' en wordt gelezen als lijst van links; begin met een ander woord of gebruik de kolom Publieke Link.");
            links = remark;
        }

        foreach (var link in links.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!InventoryBuilder.IsAddress(link))
            {
                Refuse("link", "link-ongeldig", "Een link is geen geldig adres: begin met https://, zonder spaties of letters met tekens, hoogstens 2048.");
            }
        }
    }

    private void Related(HashSet<string> ids)
    {
        foreach (var id in Text("related").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // An id of another matter is written with that matter before it; only the platform knows those.
            if (!ids.Contains(id.ToLowerInvariant()) && !id.Contains('-', StringComparison.Ordinal))
            {
                Refuse("related", "gerelateerd-onbekend", $"Gerelateerd ID '{id}' staat niet in de lijst.");
            }
        }
    }

    private void Cases()
    {
        foreach (var number in Text("case").Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (number.Length > 255 || !number.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '(' or ')' or ' '))
            {
                Refuse("case", "zaaknummer-ongeldig", $"Zaaknummer '{number}' mag alleen letters, cijfers, - . ( ) en spaties bevatten.");
            }
        }
    }

    private InventoryCell Cell(string field) =>
        columns.TryGetValue(field, out var column) && column.Index < cells.Length ? cells[column.Index] : new InventoryCell("");

    private string Text(string field) => Cell(field).Text;

    private void Silent(string field, string code, string message) => Add(field, InventoryFindingKind.Silent, code, message);

    private void Refuse(string field, string code, string message) => Add(field, InventoryFindingKind.Refused, code, message);

    private void Add(string field, InventoryFindingKind kind, string code, string message) =>
        findings.Add(new InventoryFinding(row, columns.TryGetValue(field, out var column) ? column.Heading : field, kind, code, message));

    [GeneratedRegex(@"^(?:5\.1\.1\.[a-e]|5\.1\.2\.[a-i]|10\.1\.[a-d]|10\.2\.[a-eg])$")]
    private static partial Regex DottedGround();
}
