using System.Collections.Immutable;

namespace WooPipeline.Publication;

/// <summary><c>intern/zoektermen.json</c>: what was removed, for <c>verify</c>. Never leaves <c>intern/</c>.</summary>
internal static class SearchTerms
{
    /// <summary>Writes the file.</summary>
    /// <param name="input">The package.</param>
    /// <param name="forms">The removed forms, counts of our own lists included.</param>
    /// <param name="output">Where it goes, a part at a time: of a large dossier it is large.</param>
    public static void Write(PackageInput input, ImmutableArray<RemovedForm> forms, Stream output) => JsonFile.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteString("context", string.Join('\n', input.Dossier.Organisation, input.Dossier.Subject, input.Dossier.Reference, "WooPipeline"));
        json.WriteStartObject("titles");
        foreach (var (path, title) in Titles(input).OrderBy(t => t.Path, StringComparer.Ordinal))
        {
            json.WriteString(path, title);
        }

        json.WriteEndObject();
        json.WriteStartArray("forms");
        foreach (var form in forms)
        {
            json.WriteStartObject();
            json.WriteString("text", form.Text);
            if (form.Allowed.Count > 0)
            {
                json.WriteStartObject("allowed");
                foreach (var (path, count) in form.Allowed.OrderBy(a => a.Key, StringComparer.Ordinal))
                {
                    json.WriteNumber(path, count);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.FlushIfLong();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static IEnumerable<(string Path, string Title)> Titles(PackageInput input) => input.Rendered.Select(r => (r.Path, r.Title))
        .Concat(input.Documents.SelectMany(d => d.PublicFiles, (d, file) => (file, DisplayNames.Title(d))))
        .DistinctBy(t => t.Item1, StringComparer.Ordinal);
}
