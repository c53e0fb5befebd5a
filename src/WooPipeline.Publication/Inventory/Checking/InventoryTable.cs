using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using WooPipeline.Publication.Verification;

namespace WooPipeline.Publication.Inventory;

/// <summary>An inventory file as rows of cells, as the platform's converter reads it: the first sheet, every cell by its format.</summary>
internal static class InventoryTable
{
    private const int MaxColumns = 16_384;
    private static readonly XNamespace S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The rows, heading included; each with its number in the sheet.</summary>
    /// <exception cref="PackageException">It is no xlsx and no csv, or broken.</exception>
    public static ImmutableArray<(int Row, ImmutableArray<InventoryCell> Cells)> Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            return bytes.AsSpan().StartsWith("PK"u8) ? Sheet(bytes) : Csv(bytes);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or FormatException or OverflowException)
        {
            throw new PackageException($"{Path.GetFileName(path)} is geen leesbare xlsx of csv; het platform leest alleen die twee. Sla de lijst opnieuw op als xlsx.");
        }
    }

    private static ImmutableArray<(int, ImmutableArray<InventoryCell>)> Csv(byte[] bytes)
    {
        using var reader = new StreamReader(new MemoryStream(bytes), new System.Text.UTF8Encoding(false, throwOnInvalidBytes: false));
        var text = reader.ReadToEnd();
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new InvalidDataException("Not text.");
        }

        return [.. SimpleCsv.Rows(text).Select((row, index) => (index + 1, row.Select(c => new InventoryCell(c)).ToImmutableArray()))];
    }

    private static ImmutableArray<(int, ImmutableArray<InventoryCell>)> Sheet(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        var strings = Part(zip, "xl/sharedStrings.xml")?.Root?.Elements(S + "si").Select(Text).ToArray() ?? [];
        var formats = Formats(Part(zip, "xl/styles.xml"));
        var sheet = Part(zip, FirstSheet(zip)) ?? throw new InvalidDataException("No sheet.");
        var rows = ImmutableArray.CreateBuilder<(int, ImmutableArray<InventoryCell>)>();
        foreach (var row in sheet.Descendants(S + "row"))
        {
            var cells = new List<InventoryCell>();
            foreach (var cell in row.Elements(S + "c"))
            {
                var column = Math.Min(MaxColumns, Column(cell.Attribute("r")?.Value) ?? cells.Count);
                while (cells.Count < column)
                {
                    cells.Add(new InventoryCell(""));
                }

                cells.Add(Cell(cell, strings, formats));
            }

            rows.Add(((int?)row.Attribute("r") ?? rows.Count + 1, [.. cells]));
        }

        return rows.ToImmutable();
    }

    private static string FirstSheet(ZipArchive zip)
    {
        XNamespace r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var id = Part(zip, "xl/workbook.xml")?.Descendants(S + "sheet").FirstOrDefault()?.Attribute(r + "id")?.Value;
        var target = Part(zip, "xl/_rels/workbook.xml.rels")?.Root?.Elements().FirstOrDefault(e => e.Attribute("Id")?.Value == id)?.Attribute("Target")?.Value;
        return target is null ? "xl/worksheets/sheet1.xml" : target.StartsWith('/') ? target[1..] : "xl/" + target;
    }

    private static InventoryCell Cell(XElement cell, string[] strings, ImmutableArray<string> formats)
    {
        var value = cell.Element(S + "v")?.Value ?? "";
        switch (cell.Attribute("t")?.Value)
        {
            case "s":
                return new InventoryCell(int.TryParse(value, out var index) && index >= 0 && index < strings.Length ? strings[index] : "");
            case "inlineStr":
                return new InventoryCell(cell.Element(S + "is") is { } inline ? Text(inline) : "");
            case "str" or "b" or "e":
                return new InventoryCell(value);
            default:
                var style = (int?)cell.Attribute("s") ?? 0;
                return NumberFormat.Cell(value, style >= 0 && style < formats.Length ? formats[style] : "general");
        }
    }

    private static ImmutableArray<string> Formats(XDocument? styles)
    {
        var custom = styles?.Descendants(S + "numFmt").DistinctBy(f => (int?)f.Attribute("numFmtId"))
            .ToDictionary(f => (int?)f.Attribute("numFmtId") ?? -1, f => f.Attribute("formatCode")?.Value ?? "general") ?? [];
        return [.. styles?.Descendants(S + "cellXfs").Elements(S + "xf").Select(x => NumberFormat.Code((int?)x.Attribute("numFmtId") ?? 0, custom)) ?? []];
    }

    private static XDocument? Part(ZipArchive zip, string name)
    {
        if (zip.GetEntry(name) is not { } entry)
        {
            return null;
        }

        using var stream = entry.Open();
        using var content = new MemoryStream(Limited.ReadAll(stream));
        using var xml = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(xml);
    }

    private static string Text(XElement item) => string.Concat(item.DescendantsAndSelf()
        .Where(e => e.Name == S + "t" && e.Ancestors(S + "rPh").FirstOrDefault() is null).Select(t => t.Value));

    /// <summary>Zero-based column of a reference such as <c>AB12</c>.</summary>
    private static int? Column(string? reference)
    {
        var letters = reference?.TakeWhile(char.IsAsciiLetterUpper).Take(3).ToArray() ?? [];
        return letters.Length == 0 ? null : letters.Aggregate(0, (sum, c) => (sum * 26) + c - 'A' + 1) - 1;
    }
}
