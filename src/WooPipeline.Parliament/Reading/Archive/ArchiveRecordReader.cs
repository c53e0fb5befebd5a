using System.Collections.Immutable;
using System.Text.Json;
using System.Xml.Linq;

namespace WooPipeline.Parliament;

/// <summary>
/// Reads <c>zaken/*.json</c> (ZGW Zaken and Documenten, one object, a list or a page of results) and <c>zaken/*.xml</c> (MDTO 1.0 and StUF-ZKN
/// 3.10) field by field. What a field does not say is kept apart: missing, empty, no value, unknown. Checksums are verified against the file
/// beside the record, or the content in it.
/// </summary>
internal static class ArchiveRecordReader
{
    private static readonly ImmutableHashSet<string> PersonFields = [.. EmbeddedList.Rows("persoonsvelden.csv").Select(r => r[0])];

    public static ImmutableArray<ArchiveRecord> Load(string folder, ProblemList problems)
    {
        var records = ImmutableArray.CreateBuilder<ArchiveRecord>();
        foreach (var path in DossierFile.List(folder, "zaken", ".json", ".xml"))
        {
            if (DossierFile.Bytes(folder, path, problems) is { } bytes)
            {
                records.AddRange(path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
                    ? ReadJson(bytes, path, problems)
                    : ReadXml(bytes, path, name => Beside(folder, path, name), problems));
            }
        }

        return records.ToImmutable();
    }

    public static ImmutableArray<ArchiveRecord> ReadJson(byte[] content, string source, ProblemList problems)
    {
        try
        {
            using var document = JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = 64 });
            var root = document.RootElement;
            var items = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToList()
                : root.ValueKind == JsonValueKind.Object && root.TryGetProperty("results", out var page) && page.ValueKind == JsonValueKind.Array ? page.EnumerateArray().ToList()
                : [root];
            return [.. items.Where(i => i.ValueKind == JsonValueKind.Object).Select((item, i) => FromJson(item, new Provenance(source, items.Count > 1 ? $"[{i}]" : ""), problems))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            problems.Error("zaak-json", new Provenance(source), "Dit is geen leesbare JSON. Haal het bestand opnieuw op uit het zaaksysteem.");
            return [];
        }
    }

    public static ImmutableArray<ArchiveRecord> ReadXml(byte[] content, string source, Func<string, byte[]?> beside, ProblemList problems)
    {
        if (SafeXml.Read(content, source, problems)?.Root is not { } root)
        {
            return [];
        }

        var place = new Provenance(source);
        if (root.Name.LocalName == "MDTO")
        {
            return [.. root.Elements().Select(e => Checked(MdtoRecord.Of(e, place, IsPersonal, beside), problems))];
        }

        var objects = root.DescendantsAndSelf().Where(StufRecord.IsObject).ToList();
        if (objects.Count == 0)
        {
            problems.Warn("zaak-xml", place, "Dit is geen MDTO en geen StUF-ZKN. Het bestand wordt niet gebruikt.");
        }

        return [.. objects.Select(e => StufRecord.Of(e, place, IsPersonal, problems))];
    }

    internal static bool IsPersonal(string name) => PersonFields.Contains(name);

    private static ArchiveRecord FromJson(JsonElement item, Provenance place, ProblemList problems)
    {
        var values = new List<ArchiveValue>();
        Flatten(item, "", false, values);
        var record = new ArchiveRecord("ZGW", "", "", [.. values], [], place);
        var file = record.StateOf("integriteit/waarde") == ValueState.Present ? Integrity(record) : null;
        return Checked(record with
        {
            Identifier = record.TextOf("identificatie"),
            Title = record.TextOf("titel") is { Length: > 0 } title ? title : record.TextOf("omschrijving"),
            Files = file is null ? [] : [file],
        }, problems);
    }

    private static ArchiveFile Integrity(ArchiveRecord record)
    {
        var (algorithm, expected) = (record.TextOf("integriteit/algoritme"), record.TextOf("integriteit/waarde"));
        var buffer = new byte[record.TextOf("inhoud").Length];
        var content = Convert.TryFromBase64String(record.TextOf("inhoud"), buffer, out var length) && length > 0 ? buffer[..length] : null;
        return new ArchiveFile(record.TextOf("bestandsnaam"), algorithm, expected, Checksums.Compare(content, algorithm, expected));
    }

    private static void Flatten(JsonElement element, string path, bool personal, List<ArchiveValue> values)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Flatten(property.Value, path.Length == 0 ? property.Name : $"{path}/{property.Name}", personal || IsPersonal(property.Name), values);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Flatten(item, path, personal, values);
                }

                break;
            case JsonValueKind.Null:
                values.Add(new ArchiveValue(path, ValueState.NoValue, "", personal));
                break;
            default:
                values.Add(Value(path, element.ToString(), personal));
                break;
        }
    }

    /// <summary>A value as its text says it: empty, the date that stands for unknown, or itself.</summary>
    internal static ArchiveValue Value(string path, string text, bool personal) => text.Trim() switch
    {
        "" => new ArchiveValue(path, ValueState.Empty, "", personal),
        "00010101" or "0001-01-01" or "0001-01-01T00:00:00" or "0001-01-01T00:00:00Z" => new ArchiveValue(path, ValueState.Unknown, "", personal),
        var value => new ArchiveValue(path, ValueState.Present, value, personal),
    };

    private static ArchiveRecord Checked(ArchiveRecord record, ProblemList problems)
    {
        foreach (var file in record.Files.Where(f => f.Check is ChecksumState.Different or ChecksumState.UnknownAlgorithm))
        {
            problems.Error("zaak-controlegetal", record.Source, file.Check == ChecksumState.Different
                ? "Het bestand bij dit record heeft een ander controlegetal dan het record noemt. Haal het bestand opnieuw op uit het archief."
                : "Het controlegetal van dit record is met een onbekende methode gemaakt. Controleer het bestand met de hand.");
        }

        return record;
    }

    // The file lies beside its record, or among the sources; its name must not lead elsewhere.
    private static byte[]? Beside(string folder, string record, string name)
    {
        if (name.Length == 0 || name != Path.GetFileName(name))
        {
            return null;
        }

        string[] places = [Path.Combine(folder, Path.GetDirectoryName(record) ?? "", name), Path.Combine(folder, "bronnen", name)];
        return places.FirstOrDefault(File.Exists) is { } found ? File.ReadAllBytes(found) : null;
    }
}
