using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace WooPipeline.Publication;

/// <summary>
/// The section <c>publicatie</c> of <c>dossier.yaml</c>: <c>tooi</c>, <c>informatiecategorie</c> (TOOI addresses), <c>adres</c> (https,
/// where <c>publicatie/</c> will stand; makes the sitemap), <c>datum_verzoek</c>, <c>zaaknummers</c>, <c>waardering</c>,
/// <c>ouder_dan_vijf_jaar</c> (the motivation of art. 5.3). An unknown key or wrong value is an error with its line.
/// </summary>
public static class PublicationSettings
{
    private const string Section = "publicatie";

    /// <summary>The dossier with what the section says; unchanged where there is none.</summary>
    /// <param name="dossier">The dossier as the rest of the file describes it.</param>
    /// <param name="yaml">The whole <c>dossier.yaml</c>, known to be valid YAML; may be empty.</param>
    /// <exception cref="PackageException">A key or value isn't right; says on what line and what to write.</exception>
    public static PackageDossier Apply(PackageDossier dossier, string yaml)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(yaml);
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is not YamlMappingNode root
            || root.Children.FirstOrDefault(c => c.Key is YamlScalarNode { Value: Section }).Value is not YamlMappingNode section)
        {
            return dossier;
        }

        foreach (var (key, value) in section.Children)
        {
            dossier = Apply(dossier, (key as YamlScalarNode)?.Value ?? "", value);
        }

        return dossier;
    }

    private static PackageDossier Apply(PackageDossier dossier, string key, YamlNode value) => key switch
    {
        "tooi" => dossier with { PublisherUri = Address(key, value) },
        "informatiecategorie" => dossier with { InformationCategoryUri = Address(key, value) },
        "adres" => dossier with { BaseAddress = Address(key, value).TrimEnd('/') + "/" },
        "datum_verzoek" => dossier with { RequestDate = Date(key, value) },
        "zaaknummers" => dossier with { CaseNumbers = List(key, value) },
        "waardering" => dossier with { Appraisal = Text(key, value) },
        "ouder_dan_vijf_jaar" => dossier with { OldInformationReason = Text(key, value) },
        _ => throw Wrong(value, $"de sleutel '{key}' onder '{Section}' is onbekend"),
    };

    private static string Text(string key, YamlNode value) =>
        value is YamlScalarNode { Value: { } text } ? text.Trim() : throw Wrong(value, $"'{key}' moet één waarde zijn");

    private static string Address(string key, YamlNode value) =>
        Text(key, value) is var text && Inventory.InventoryBuilder.IsAddress(text) ? text
            : throw Wrong(value, $"'{key}' moet een volledig adres zijn dat met https:// begint");

    private static DateOnly Date(string key, YamlNode value) =>
        DateOnly.TryParseExact(Text(key, value), ["yyyy-MM-dd", "d-M-yyyy", "dd-MM-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date : throw Wrong(value, $"'{key}' moet een datum zijn, zoals 2023-11-22");

    private static ImmutableArray<string> List(string key, YamlNode value) => value is YamlSequenceNode list
        ? [.. list.Children.Select(c => Text(key, c))]
        : [.. Text(key, value).Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static PackageException Wrong(YamlNode value, string what) => new($"dossier.yaml, regel {value.Start.Line}: {what}.");
}
