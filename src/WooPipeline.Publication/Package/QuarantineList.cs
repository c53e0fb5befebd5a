namespace WooPipeline.Publication;

/// <summary><c>intern/quarantaine.json</c>: what couldn't be read, why, and what to do.</summary>
internal static class QuarantineList
{
    /// <summary>The file's text.</summary>
    public static string Text(PackageInput input) => JsonFile.Text(json =>
    {
        json.WriteStartArray();
        foreach (var document in input.Documents.Where(d => d.Quarantine is not null).OrderBy(d => d.Source, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("source", document.Source);
            json.WriteString("id", document.Id);
            json.WriteString("code", document.Quarantine!.Code);
            json.WriteString("reason", document.Quarantine.Reason);
            json.Optional("place", document.Quarantine.Place);
            json.Optional("container", document.Container);
            json.WriteString("sha256", document.SourceSha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
