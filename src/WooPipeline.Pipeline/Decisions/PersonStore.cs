using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using WooPipeline.Documents;
using WooPipeline.Privacy;

namespace WooPipeline.Pipeline;

/// <summary>A reviewer's word on the register of persons.</summary>
/// <param name="Adjustment">What is joined or split, or decided on a person.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, in the local form of ISO 8601.</param>
public sealed record PersonDecision(PersonAdjustment Adjustment, string By, string At);

/// <summary>Reads and writes <c>besluiten/_personen.json</c>: which persons are one, which are two, and who goes or stays everywhere. Written aside, flushed and renamed.</summary>
public sealed class PersonStore(string folder)
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string FilePath => Path.Combine(folder, "_personen.json");

    /// <summary>All decisions in the order in which they were taken.</summary>
    /// <exception cref="DossierException">The file can't be read.</exception>
    public ImmutableArray<PersonDecision> Load()
    {
        try
        {
            return File.Exists(FilePath) ? [.. JsonNode.Parse(File.ReadAllText(FilePath))!.AsObject()["personen"]!.AsArray().Select(n => Read(n!.AsObject()))] : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException)
        {
            throw new DossierException("besluiten/_personen.json: dit is geen leesbaar besluitbestand. Herstel het uit een reservekopie of verwijder het.", e);
        }
    }

    /// <summary>The register as reviewers say it is.</summary>
    public PersonRegister Apply(PersonRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return register.Adjusted([.. Load().Select(d => d.Adjustment)]);
    }

    /// <summary>Saves all decisions.</summary>
    public void Save(IEnumerable<PersonDecision> decisions)
    {
        Directory.CreateDirectory(folder);
        var aside = FilePath + ".nieuw";
        using (var stream = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(stream, new JsonObject { ["personen"] = ToJson(decisions) }, Options);
            stream.WriteByte((byte)'\n');
            stream.Flush(flushToDisk: true);
        }

        File.Move(aside, FilePath, overwrite: true);
    }

    /// <summary>Decisions as a value of JSON, for a journal.</summary>
    public static JsonArray ToJson(IEnumerable<PersonDecision> decisions) => new([.. decisions.Select(d => (JsonNode)Write(d))]);

    /// <summary>Decisions that <see cref="ToJson"/> gave.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static ImmutableArray<PersonDecision> FromJson(JsonArray json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return [.. json.Select(n => Read(n!.AsObject()))];
        }
        catch (Exception e) when (e is InvalidOperationException or NullReferenceException)
        {
            throw new FormatException("These are no decisions on persons.", e);
        }
    }

    private static PersonDecision Read(JsonObject json) => new(
        json["besluit"] is null ? new PersonAdjustment(Texts(json, "samen"), Text(json, "persoon"), Texts(json, "apart")) : ReadRuling(json), Text(json, "door"), Text(json, "op"));

    private static PersonAdjustment ReadRuling(JsonObject json) => new([], Text(json, "persoon"), Texts(json, "namen"))
    {
        Emails = Texts(json, "adressen"),
        Ruling = new PersonRuling(
            Text(json, "besluit") switch
            {
                "verwijderen" => Verdict.Remove,
                "behouden" => Verdict.Keep,
                _ => throw new InvalidOperationException("besluit"),
            },
            Text(json, "grond"), Text(json, "reden"), Text(json, "door")),
    };

    private static JsonObject Write(PersonDecision decision)
    {
        var json = decision.Adjustment.Ruling is { } ruling
            ? new JsonObject
            {
                ["persoon"] = decision.Adjustment.Person,
                ["namen"] = List(decision.Adjustment.Names),
                ["adressen"] = List(decision.Adjustment.Emails),
                ["besluit"] = ruling.Verdict == Verdict.Remove ? "verwijderen" : "behouden",
                ["grond"] = ruling.Ground,
                ["reden"] = ruling.Reason,
            }
            : decision.Adjustment.Joined.IsEmpty
            ? new JsonObject { ["persoon"] = decision.Adjustment.Person, ["apart"] = List(decision.Adjustment.Names) }
            : new JsonObject { ["samen"] = List(decision.Adjustment.Joined) };
        json["door"] = decision.By;
        json["op"] = decision.At;
        return json;
    }

    private static JsonArray List(ImmutableArray<string> values) => new([.. values.Select(v => (JsonNode)v)]);

    private static string Text(JsonObject json, string name) => json[name]?.GetValue<string>() ?? "";

    private static ImmutableArray<string> Texts(JsonObject json, string name) => [.. (json[name] as JsonArray ?? []).Select(n => n!.GetValue<string>())];
}
