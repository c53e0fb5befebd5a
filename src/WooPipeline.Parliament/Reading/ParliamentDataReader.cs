using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace WooPipeline.Parliament;

/// <summary>
/// Reads <c>kamervragen/*.json</c>: a Zaak of the open data of the Tweede Kamer (OData 2.0) with its ZaakActor and Document, each with its
/// DocumentActor where it was asked for. It tells who asked whom when, and what came in answer; the questions themselves are not in it.
/// </summary>
internal static class ParliamentDataReader
{
    public static ImmutableArray<QuestionSet> Read(byte[] content, string source, ProblemList problems)
    {
        try
        {
            using var document = JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = 64 });
            var root = document.RootElement;
            return [.. List(root, "value", whole: true).Where(z => Text(z, "Nummer").Length > 0).Select(z => SetOf(z, source))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            problems.Error("kamerdata-json", new Provenance(source), "Dit is geen leesbare JSON van de Tweede Kamer. Haal de Zaak opnieuw op, met ZaakActor en Document.");
            return [];
        }
    }

    /// <summary>A set with what the open data knows of the same case and the set does not.</summary>
    public static QuestionSet Complete(QuestionSet set, QuestionSet data) => set with
    {
        Submitters = set.Submitters.IsEmpty ? data.Submitters : set.Submitters,
        Addressees = set.Addressees.IsEmpty ? data.Addressees : set.Addressees,
        SubmittedOn = set.SubmittedOn ?? data.SubmittedOn,
        Subject = set.Subject.Length > 0 ? set.Subject : data.Subject,
        Extensions = set.Extensions.IsEmpty ? data.Extensions : set.Extensions,
        AppendixNumber = set.AppendixNumber ?? data.AppendixNumber,
    };

    private static QuestionSet SetOf(JsonElement zaak, string source)
    {
        var actors = List(zaak, "ZaakActor");
        var documents = List(zaak, "Document").OrderBy(d => Text(d, "Datum"), StringComparer.Ordinal).ToList();
        var answer = documents.FirstOrDefault(d => Text(d, "Soort").StartsWith("Antwoord schriftelijke vragen", StringComparison.OrdinalIgnoreCase));
        var signers = answer.ValueKind == JsonValueKind.Object ? List(answer, "DocumentActor") : [];
        return new QuestionSet
        {
            CaseNumber = Text(zaak, "Nummer"),
            IsOral = Text(zaak, "Soort").StartsWith("Mondeling", StringComparison.OrdinalIgnoreCase),
            Submitters = [.. actors.Where(a => Text(a, "Relatie") is "Indiener" or "Medeindiener").Select(a => new Member(Text(a, "ActorNaam"), Text(a, "ActorFractie")))],
            Addressees = [.. actors.Where(a => Text(a, "Relatie") == "Gericht aan").Select(a => Text(a, "Functie"))],
            SubmittedOn = Date(zaak, "GestartOp"),
            Subject = Text(zaak, "Onderwerp"),
            ParliamentaryYear = Text(zaak, "Vergaderjaar"),
            Extensions = [.. documents.Where(d => Text(d, "Soort").StartsWith("Mededeling", StringComparison.OrdinalIgnoreCase)).Select(ExtensionOf).OfType<Extension>()],
            Signatory = signers.Where(a => Text(a, "Relatie") == "Eerste ondertekenaar").Select(a => Text(a, "Functie")).FirstOrDefault() ?? "",
            OnBehalfOf = [.. signers.Where(a => Text(a, "Relatie") is "Mede namens" or "Mede ondertekenaar").Select(a => Text(a, "Functie"))],
            AnsweredOn = answer.ValueKind == JsonValueKind.Object ? Date(answer, "DatumOntvangst") ?? Date(answer, "Datum") : null,
            AppendixNumber = answer.ValueKind == JsonValueKind.Object ? Appendix(answer) : null,
            Source = new Provenance(source, Text(zaak, "Nummer")),
        };
    }

    private static Extension? ExtensionOf(JsonElement document) =>
        Date(document, "Datum") is { } sent ? new Extension(sent, [], null, Appendix(document)) : null;

    // "242501244" is the number 1244 behind the year and the House.
    private static string? Appendix(JsonElement document)
    {
        var number = Text(document, "Aanhangselnummer");
        return number.Length < 4 || !int.TryParse(number[^4..], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? null : last.ToString(CultureInfo.InvariantCulture);
    }

    private static List<JsonElement> List(JsonElement element, string name, bool whole = false) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()]
        : whole ? element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray()] : [element]
        : [];

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString().Trim() : "";

    private static DateOnly? Date(JsonElement element, string name) =>
        Text(element, name) is { Length: >= 10 } text && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
