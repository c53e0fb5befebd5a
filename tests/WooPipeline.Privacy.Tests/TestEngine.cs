using WooPipeline.Documents;

namespace WooPipeline.Privacy.Tests;

/// <summary>Runs both passes over texts.</summary>
internal static class TestEngine
{
    public static PrivacyDocument Document(string text, string id = "001", DocumentKind kind = DocumentKind.Text, DateOnly? date = null) =>
        new(id, TextView.OfText(text), date, null, kind);

    /// <summary>The text with what is removed in brackets: <c>[NAME]</c>.</summary>
    public static string Redact(string text, string registers = "", PolicySettings? settings = null, DocumentKind kind = DocumentKind.Text, params string[] others)
    {
        using var folder = new TemporaryFolder();
        foreach (var part in registers.Split("==", StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = part.IndexOf('\n', StringComparison.Ordinal);
            File.WriteAllText(folder.File(part[..cut].Trim()), part[(cut + 1)..]);
        }

        var engine = PrivacyEngine.Create(settings ?? PolicySettings.Default, PrivacyRegisters.Load(folder.Path));
        var document = Document(text, kind: kind);
        var register = engine.Merge([engine.Scan(document), .. others.Select((o, i) => engine.Scan(Document(o, $"9{i}")))]);
        var result = text;
        foreach (var redaction in Redaction.From(engine.Decide(document, engine.Detect(document, register), register)).Reverse())
        {
            result = result[..redaction.Span.Start] + "[" + redaction.Label.ToCode() + "]" + result[redaction.Span.End..];
        }

        return result;
    }
}
