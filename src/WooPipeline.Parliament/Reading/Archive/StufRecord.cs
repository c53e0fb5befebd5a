using System.Xml.Linq;

namespace WooPipeline.Parliament;

/// <summary>
/// Reads an <c>object</c> of StUF-ZKN 3.10. <c>noValue</c> says why there is no value: <c>geenWaarde</c> is none, every other reason
/// (<c>waardeOnbekend</c>, <c>nietOndersteund</c>, <c>nietGeautoriseerd</c>, <c>vastgesteldOnbekend</c>) is unknown to us.
/// </summary>
internal static class StufRecord
{
    private static readonly XNamespace Stuf = "http://www.egem.nl/StUF/StUF0301";

    public static bool IsObject(XElement element) => element.Name.LocalName == "object" && element.Attribute(Stuf + "entiteittype") is not null;

    public static ArchiveRecord Of(XElement element, Provenance source, Func<string, bool> isPersonal, ProblemList problems)
    {
        var values = new List<ArchiveValue>();
        Flatten(element, "", false, isPersonal, values, source, problems);
        var record = new ArchiveRecord("StUF-ZKN", "", "", [.. values], [], source);
        return record with
        {
            Identifier = record.TextOf("identificatie"),
            Title = record.TextOf("titel") is { Length: > 0 } title ? title : record.TextOf("omschrijving"),
        };
    }

    private static void Flatten(XElement element, string path, bool personal, Func<string, bool> isPersonal, List<ArchiveValue> values, Provenance source, ProblemList problems)
    {
        foreach (var child in element.Elements())
        {
            var name = child.Name.LocalName;
            var below = path.Length == 0 ? name : $"{path}/{name}";
            var holdsPerson = personal || isPersonal(name);
            if (child.HasElements)
            {
                Flatten(child, below, holdsPerson, isPersonal, values, source, problems);
                continue;
            }

            var reason = child.Attribute(Stuf + "noValue")?.Value;
            if (reason is not null && child.Value.Trim().Length > 0)
            {
                // The value is kept: a record that contradicts itself must not lose what it says.
                problems.Warn("zaak-tegenstrijdig", source.At(below), "Dit veld heeft een waarde en zegt ook dat er geen is. Vraag het na in het zaaksysteem.");
                reason = null;
            }

            values.Add(reason is null ? ArchiveRecordReader.Value(below, child.Value, holdsPerson)
                : new ArchiveValue(below, reason == "geenWaarde" ? ValueState.NoValue : ValueState.Unknown, "", holdsPerson));
        }
    }
}
