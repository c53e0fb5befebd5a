using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using WooPipeline.Documents;

namespace WooPipeline.Pipeline;

/// <summary>Reads and writes <c>besluiten/</c>: one readable JSON file a document, written aside, flushed and renamed.</summary>
public sealed class DecisionStore(string folder)
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The decisions on a source, or null where none were taken.</summary>
    /// <exception cref="DossierException">The file is no decision file.</exception>
    public DocumentDecisions? Load(string source)
    {
        var path = PathOf(source);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return Read(JsonNode.Parse(File.ReadAllText(path))!.AsObject());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or NullReferenceException)
        {
            throw new DossierException($"besluiten/{Path.GetRelativePath(folder, path)}: dit is geen leesbaar besluitbestand. Herstel het uit een reservekopie of verwijder het.", e);
        }
    }

    /// <summary>Saves decisions so that a crash leaves either the old or the new file.</summary>
    public void Save(DocumentDecisions decisions)
    {
        var path = PathOf(decisions.Source);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var aside = path + ".nieuw";
        using (var stream = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(stream, Write(decisions), Options);
            stream.WriteByte((byte)'\n');
            stream.Flush(flushToDisk: true);
        }

        File.Move(aside, path, overwrite: true);
    }

    /// <summary>Decisions as they are written; empty where there is nothing to write.</summary>
    public static string TextOf(DocumentDecisions? decisions) => decisions is null or { IsEmpty: true } ? "" : Write(decisions).ToJsonString(Options);

    /// <summary>Decisions that <see cref="TextOf"/> wrote; null for an empty text.</summary>
    internal static DocumentDecisions? Parse(string text) => text.Length == 0 ? null : Read(JsonNode.Parse(text)!.AsObject());

    /// <summary>Decisions as a value of JSON, for a journal.</summary>
    public static JsonObject ToJson(DocumentDecisions decisions) => Write(decisions);

    /// <summary>Decisions that <see cref="ToJson"/> gave.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static DocumentDecisions FromJson(JsonObject json)
    {
        try
        {
            return Read(json);
        }
        catch (Exception e) when (e is InvalidOperationException or NullReferenceException)
        {
            throw new FormatException("These are no decisions.", e);
        }
    }

    internal string PathOf(string source)
    {
        var parts = source.Split('/').Skip(1).Select(p => p is "." or ".." ? "_" : p);
        return Path.Combine([folder, .. parts]) + ".json";
    }

    private static DocumentDecisions Read(JsonObject json) => new()
    {
        Source = Text(json, "bron"),
        Sha256 = Text(json, "sha256"),
        Judgement = json["oordeel"] is JsonObject j
            ? new Judgement(Text(j, "beoordeling"), Texts(j, "gronden"), Text(j, "motivering"), Text(j, "door"))
            {
                At = Text(j, "op"),
                ConfirmedBy = Text(j, "bevestigd_door"),
                ConfirmedAt = Text(j, "bevestigd_op"),
            }
            : null,
        Pages = (json["bladzijden"] as JsonObject ?? []).ToImmutableSortedDictionary(
            p => int.Parse(p.Key, CultureInfo.InvariantCulture), p => new PageMark(Text(p.Value!.AsObject(), "stand") == "vlag", Text(p.Value!.AsObject(), "door"), Text(p.Value!.AsObject(), "op"))),
        Passages = [.. (json["passages"] as JsonArray ?? []).Select(p => ReadPassage(p!.AsObject()))],
    };

    private static PassageDecision ReadPassage(JsonObject json) => new()
    {
        Span = new TextSpan(json["begin"]!.GetValue<int>(), json["einde"]!.GetValue<int>()),
        Text = Text(json, "tekst"),
        Before = Text(json, "ervoor"),
        After = Text(json, "erna"),
        Area = json["gebied"] is JsonObject area ? ReadArea(area) : null,
        Verdict = Text(json, "besluit") switch
        {
            "verwijderen" => Verdict.Remove,
            "behouden" => Verdict.Keep,
            _ => throw new FormatException("besluit"),
        },
        Label = LabelCode.TryParse(Text(json, "label"), out var label) ? label : Label.Other,
        Ground = Text(json, "grond"),
        Reason = Text(json, "reden"),
        By = Text(json, "door"),
        At = Text(json, "op"),
        Comment = Text(json, "opmerking"),
    };

    private static PageArea ReadArea(JsonObject json)
    {
        double Number(string name) => json[name]!.GetValue<double>() is var value && double.IsFinite(value) ? value : throw new FormatException(name);
        var area = new PageArea(json["bladzijde"]?.GetValue<int>() ?? 0, Number("links"), Number("onder"), Number("rechts"), Number("boven"));
        return area.Page >= 0 && area.Left < area.Right && area.Bottom < area.Top ? area : throw new FormatException("gebied");
    }

    private static JsonObject Write(PageArea area)
    {
        var json = area.IsOnPicture ? [] : new JsonObject { ["bladzijde"] = area.Page };
        (json["links"], json["onder"], json["rechts"], json["boven"]) = (area.Left, area.Bottom, area.Right, area.Top);
        return json;
    }

    private static JsonObject Write(DocumentDecisions decisions)
    {
        var json = new JsonObject { ["bron"] = decisions.Source, ["sha256"] = decisions.Sha256 };
        if (decisions.Judgement is { } judgement)
        {
            json["oordeel"] = Write(judgement);
        }

        if (!decisions.Pages.IsEmpty)
        {
            json["bladzijden"] = new JsonObject(decisions.Pages.Select(p => KeyValuePair.Create(
                p.Key.ToString(CultureInfo.InvariantCulture),
                (JsonNode?)new JsonObject { ["stand"] = p.Value.IsFlagged ? "vlag" : "gedaan", ["door"] = p.Value.By, ["op"] = p.Value.At })));
        }

        json["passages"] = new JsonArray([.. decisions.Passages.OrderBy(p => p.Span).Select(p => (JsonNode)Write(p))]);
        return json;
    }

    private static JsonObject Write(Judgement judgement)
    {
        var json = new JsonObject
        {
            ["beoordeling"] = judgement.State,
            ["gronden"] = new JsonArray([.. judgement.Grounds.Select(g => (JsonNode)g)]),
            ["motivering"] = judgement.Motivation,
            ["door"] = judgement.By,
        };
        AddGiven(json, "op", judgement.At);
        AddGiven(json, "bevestigd_door", judgement.ConfirmedBy);
        AddGiven(json, "bevestigd_op", judgement.ConfirmedAt);
        return json;
    }

    private static JsonObject Write(PassageDecision passage)
    {
        var json = new JsonObject
        {
            ["begin"] = passage.Span.Start,
            ["einde"] = passage.Span.End,
            ["tekst"] = passage.Text,
            ["ervoor"] = passage.Before,
            ["erna"] = passage.After,
            ["besluit"] = passage.Verdict == Verdict.Remove ? "verwijderen" : "behouden",
            ["label"] = passage.Label.ToCode(),
            ["grond"] = passage.Ground,
            ["reden"] = passage.Reason,
            ["door"] = passage.By,
        };
        if (passage.Area is { } area)
        {
            json["gebied"] = Write(area);
        }

        AddGiven(json, "op", passage.At);
        AddGiven(json, "opmerking", passage.Comment);
        return json;
    }

    private static void AddGiven(JsonObject json, string name, string value)
    {
        if (value.Length > 0)
        {
            json[name] = value;
        }
    }

    private static string Text(JsonObject json, string name) => json[name]?.GetValue<string>() ?? "";

    private static ImmutableArray<string> Texts(JsonObject json, string name) =>
        [.. (json[name] as JsonArray ?? []).Select(n => n!.GetValue<string>())];
}
