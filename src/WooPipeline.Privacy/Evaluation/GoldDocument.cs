using System.Collections.Immutable;
using System.Text.Json;
using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>A stretch of an annotated document.</summary>
/// <param name="Label">What must go; null where the text stays.</param>
/// <param name="IsTrap">True for text that stays although it looks personal (<c>KEEP</c>).</param>
/// <param name="Text">The text.</param>
public sealed record GoldSegment(Label? Label, bool IsTrap, string Text);

/// <summary>An annotated document of a gold dossier (<c>gold/NNN.json</c>).</summary>
/// <param name="Source">Path of the source below the dossier.</param>
/// <param name="Segments">In order; together they are the text.</param>
public sealed record GoldDocument(string Source, ImmutableArray<GoldSegment> Segments)
{
    /// <summary>Name of the source without folder and extension; the key under which public texts are given.</summary>
    public string Key => Path.GetFileNameWithoutExtension(Source);

    /// <summary>Kind of document by the source's extension: <c>eml</c>, <c>pdf</c>.</summary>
    public string Kind => Path.GetExtension(Source).TrimStart('.').ToLowerInvariant();

    /// <summary>Reads the annotated documents of a dossier folder, or of a folder of json files, in order of name.</summary>
    /// <exception cref="FormatException">A file is not in the gold format.</exception>
    public static ImmutableArray<GoldDocument> Load(string folder)
    {
        var gold = Path.Combine(folder, "gold");
        return [.. Directory.GetFiles(Directory.Exists(gold) ? gold : folder, "*.json").Order(StringComparer.Ordinal).Select(f => Parse(File.ReadAllText(f), Path.GetFileName(f)))];
    }

    /// <summary>Reads one annotated document.</summary>
    /// <param name="json">Object with <c>source</c> and <c>segments</c>, a list of [label, text].</param>
    /// <param name="name">Name for messages.</param>
    /// <exception cref="FormatException">The text is not in the gold format.</exception>
    public static GoldDocument Parse(string json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var segments = document.RootElement.GetProperty("segments").EnumerateArray().Select(Segment).ToImmutableArray();
            return new GoldDocument(document.RootElement.GetProperty("source").GetString() ?? "", segments);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new FormatException($"{name} is geen goudbestand: verwacht 'source' en 'segments' met paren van label en tekst.", e);
        }
    }

    private static GoldSegment Segment(JsonElement pair)
    {
        var code = pair[0].GetString();
        return new GoldSegment(LabelCode.TryParse(code, out var label) ? label : null, code == "KEEP", pair[1].GetString() ?? "");
    }
}
