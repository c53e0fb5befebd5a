using System.Text.Json;

namespace WooPipeline.Publication;

/// <summary><c>intern/bronnen.json</c>: every source, every member and every container, with what became of it.</summary>
internal static class SourceList
{
    /// <summary>The file's text.</summary>
    public static string Text(PackageInput input)
    {
        var below = PackageSums.Below(input);
        var entries = input.Documents.Select(d => (Path: d.Source, Write: (Action<Utf8JsonWriter>)(json => Document(json, d))))
            .Concat(input.Containers.Select(c => (c.Path, Write: (Action<Utf8JsonWriter>)(json => Container(json, c, below[c.Path])))))
            .OrderBy(e => e.Path, StringComparer.Ordinal);
        return JsonFile.Text(json =>
        {
            json.WriteStartArray();
            foreach (var entry in entries)
            {
                entry.Write(json);
            }

            json.WriteEndArray();
        });
    }

    private static void Document(Utf8JsonWriter json, PackageDocument document)
    {
        json.WriteStartObject();
        json.WriteString("source", document.Source);
        json.Strings("public", document.PublicFiles);
        json.WriteString("state", document.State.ToDutch());
        json.WriteString("id", document.Id);
        json.WriteString("kind", DisplayNames.SourceType(document.Kind));
        json.WriteString("sha256", document.SourceSha256);
        json.Optional("date", PackageDates.Iso(document.Date));
        json.Optional("container", document.Container);
        json.Optional("family", document.FamilyId);
        json.Optional("thread", document.ThreadId);
        json.Optional("duplicateOf", document.DuplicateOf);
        json.Strings("grounds", DocumentGrounds.Of(document));
        json.WriteNumber("removed", document.Decisions.Count(d => d.Decision.Verdict == Documents.Verdict.Remove));
        json.WriteNumber("review", document.Decisions.Count(d => d.Decision.NeedsReview));
        json.Optional("quarantine", document.Quarantine?.Code);
        json.Optional("reason", document.Quarantine?.Reason);
        if (document.Deviations.Length > 0)
        {
            json.Strings("deviations", document.Deviations.Select(d => $"{d.Code} ({d.Place})"));
        }

        json.WriteEndObject();
    }

    private static void Container(Utf8JsonWriter json, PackageContainer container, IReadOnlyList<PackageDocument> members)
    {
        json.WriteStartObject();
        json.WriteString("source", container.Path);
        json.Strings("public", members.SelectMany(m => m.PublicFiles));
        json.WriteString("state", State([.. members.Select(m => m.State).Distinct()]).ToDutch());
        json.WriteString("kind", "container");
        json.WriteString("sha256", container.Sha256);
        json.Optional("container", container.Container);
        json.WriteNumber("members", container.Members);
        json.WriteEndObject();
    }

    private static DocumentState State(DocumentState[] states) =>
        states.Length == 1 ? states[0]
        : states.Any(s => s.HasFile()) ? DocumentState.PartlyPublic
        : states.Contains(DocumentState.Quarantined) ? DocumentState.Quarantined
        : DocumentState.Withheld;
}
