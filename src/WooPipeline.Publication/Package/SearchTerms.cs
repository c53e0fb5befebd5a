using System.Collections.Immutable;

namespace WooPipeline.Publication;

/// <summary><c>intern/zoektermen.json</c>: what was removed, for <c>verify</c>. Never leaves <c>intern/</c>.</summary>
internal static class SearchTerms
{
    /// <summary>The file's text.</summary>
    /// <param name="forms">The removed forms, counts of our own lists included.</param>
    public static string Text(ImmutableArray<RemovedForm> forms) => JsonFile.Text(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
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
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
