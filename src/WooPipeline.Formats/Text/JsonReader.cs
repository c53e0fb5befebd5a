using System.Text.Json;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Text;

/// <summary>Reads JSON as names with values (RFC 8259).</summary>
public sealed class JsonReader : IFormatReader
{
    /// <inheritdoc/>
    public string Format => "json";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Extension is ".json" or ".geojson" or ".jsonl" or ".ndjson";
    }

    /// <inheritdoc/>
    public ReadResult Read(SourceFile file, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        var (decoded, problem) = DecodedText.Decode(file.Content.Span);
        if (decoded is null)
        {
            return problem!;
        }

        if (decoded.Text.Length > limits.MaxTextLength)
        {
            return PlainTextReader.TooLong(limits);
        }

        try
        {
            var options = new JsonDocumentOptions { MaxDepth = limits.MaxDepth, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
            var isLines = file.Extension is ".jsonl" or ".ndjson";
            var documents = isLines ? decoded.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [decoded.Text];
            var nodes = documents.Select(text =>
            {
                using var json = JsonDocument.Parse(text, options);
                return Node("", json.RootElement, limits);
            }).ToList();
            return new DocumentRead(new DocumentTree
            {
                Kind = DocumentKind.Data,
                FileName = file.Name,
                Blocks = DataBlocks.Of(nodes.Count == 1 ? nodes[0] : DataNode.Group("", nodes), limits),
            });
        }
        catch (JsonException e)
        {
            return new Quarantined("beschadigd", $"De JSON is niet geldig of te diep genest (regel {e.LineNumber + 1}). Vraag het bestand opnieuw op bij de bron.") { Place = $"regel {e.LineNumber + 1}" };
        }
    }

    private static DataNode Node(string name, JsonElement element, ReadLimits limits)
    {
        limits.Check();
        return element.ValueKind switch
        {
            JsonValueKind.Object => DataNode.Group(name, element.EnumerateObject().Select(p => Node(p.Name, p.Value, limits))),
            JsonValueKind.Array => DataNode.Group(name, element.EnumerateArray().Select(e => Node("", e, limits))),
            JsonValueKind.String => DataNode.Leaf(name, element.GetString()!.Replace("\r\n", "\n", StringComparison.Ordinal)),
            JsonValueKind.Null => DataNode.Leaf(name, ""),
            _ => DataNode.Leaf(name, element.GetRawText()),
        };
    }
}
