using System.Text.Json;

namespace WooPipeline.Publication.Tests;

/// <summary>The report holds what its schema says, no more and no less (the parts of JSON Schema that the schema uses).</summary>
public class ReportSchemaTests
{
    [Fact]
    public void The_report_is_valid_by_its_schema()
    {
        using var folder = new TemporaryFolder();
        TestPackage.Finish(folder.Path);
        using var stream = typeof(PackageWriter).Assembly.GetManifestResourceStream("WooPipeline.Publication.Data.verslag.schema.json")!;
        using var schema = JsonDocument.Parse(stream);
        using var report = JsonDocument.Parse(File.ReadAllText(folder.File("intern", "verslag.json")));

        Assert.Equal([], Faults(report.RootElement, schema.RootElement, "$"));
        using var wrong = JsonDocument.Parse("""{"format": "woo-verslag/2", "sources": -1, "extra": 1}""");
        Assert.Equal(["$.format", "$.sources", "$.extra"], Faults(wrong.RootElement, schema.RootElement, "$").Where(f => !f.EndsWith(" missing", StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Faults(JsonElement value, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("const", out var constant) && !JsonElement.DeepEquals(constant, value))
        {
            yield return path;
        }

        if (schema.TryGetProperty("type", out var type) && !Is(value, type.GetString()!))
        {
            yield return path;
        }

        if (schema.TryGetProperty("minimum", out var minimum) && value.ValueKind == JsonValueKind.Number && value.GetDouble() < minimum.GetDouble())
        {
            yield return path;
        }

        var inner = value.ValueKind switch
        {
            JsonValueKind.Object => Members(value, schema, path),
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) => value.EnumerateArray().SelectMany((item, i) => Faults(item, items, $"{path}[{i}]")),
            _ => [],
        };
        foreach (var fault in inner)
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> Members(JsonElement value, JsonElement schema, string path)
    {
        foreach (var name in schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(r => r.GetString()!) : [])
        {
            if (!value.TryGetProperty(name, out _))
            {
                yield return $"{path}.{name} missing";
            }
        }

        foreach (var member in value.EnumerateObject())
        {
            var known = schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member.Name, out var own) ? own
                : schema.TryGetProperty("additionalProperties", out var rest) ? rest : default;
            if (known.ValueKind == JsonValueKind.False)
            {
                yield return $"{path}.{member.Name}";
                continue;
            }

            foreach (var fault in known.ValueKind == JsonValueKind.Object ? Faults(member.Value, known, $"{path}.{member.Name}") : [])
            {
                yield return fault;
            }
        }
    }

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => false,
    };
}
