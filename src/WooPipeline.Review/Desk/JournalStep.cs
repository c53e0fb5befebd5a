using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using WooPipeline.Pipeline;

namespace WooPipeline.Review;

/// <summary>A step as the journal has it: named at once, read when it is turned.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Line">The step as JSON on one line.</param>
internal sealed record JournalStep(string Label, string Line)
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Func<string, string?>? idOf;
    private ReviewStep? step;

    /// <summary>The step; null where the line is damaged or a document of it isn't in the dossier any more.</summary>
    public ReviewStep? Step => step ??= Read();

    public static JournalStep Of(ReviewStep step) => new(step.Label, TextOf(step)) { step = step };

    /// <summary>A step from the journal, whose documents are found by their sources: numbers change when documents are added.</summary>
    public static JournalStep From(string label, string line, Func<string, string?> idOf) => new(label, line, idOf);

    private JournalStep(string label, string line, Func<string, string?> idOf)
        : this(label, line) => this.idOf = idOf;

    private static string TextOf(ReviewStep step)
    {
        var json = new JsonObject();
        if (step.Persons is { } persons)
        {
            (json["personen_voor"], json["personen_na"]) = (PersonStore.ToJson(persons.Before), PersonStore.ToJson(persons.After));
        }

        json["documenten"] = new JsonArray([.. step.Forward.Select(c => (JsonNode)new JsonObject
        {
            ["voor"] = c.Before is null ? null : DecisionStore.ToJson(c.Before),
            ["na"] = DecisionStore.ToJson(c.After),
        })]);
        return json.ToJsonString(Options);
    }

    private ReviewStep? Read()
    {
        try
        {
            var json = JsonNode.Parse(Line)!.AsObject();
            var changes = ImmutableArray.CreateBuilder<DocumentChange>();
            foreach (var change in json["documenten"]!.AsArray())
            {
                var after = DecisionStore.FromJson(change!["na"]!.AsObject());
                if (idOf?.Invoke(after.Source) is not { } id)
                {
                    return null;
                }

                changes.Add(new DocumentChange(id, change["voor"] is JsonObject before ? DecisionStore.FromJson(before) : null, after));
            }

            return new ReviewStep(Label, changes.ToImmutable())
            {
                Persons = json["personen_voor"] is JsonArray was && json["personen_na"] is JsonArray now ? (PersonStore.FromJson(was), PersonStore.FromJson(now)) : null,
            };
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or NullReferenceException)
        {
            return null;
        }
    }
}
