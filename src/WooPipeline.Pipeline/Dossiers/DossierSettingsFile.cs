using System.Globalization;
using WooPipeline.Pdf.Redaction;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace WooPipeline.Pipeline;

/// <summary>Reads <c>dossier.yaml</c>. A wrong value is an error with its line, never a silent default.</summary>
internal static class DossierSettingsFile
{
    public const string FileName = "dossier.yaml";

    public static DossierSettings Load(string path) => File.Exists(path) ? Parse(File.ReadAllText(path)) : new DossierSettings();

    public static DossierSettings Parse(string yaml)
    {
        var root = Root(yaml);
        if (root is null)
        {
            return new DossierSettings();
        }

        var period = Map(root, "periode");
        var output = Map(root, "uitvoer");
        return new DossierSettings
        {
            Organisation = Text(root, "organisatie"),
            Subject = Text(root, "onderwerp"),
            Kind = Kind(root),
            Reference = Text(root, "kenmerk") is { Length: > 0 } reference ? reference : Text(root, "referentie"),
            Matter = Text(root, "matter"),
            Date = Date(root, "datum"),
            PeriodStart = period is null ? null : Date(period, "van"),
            PeriodEnd = period is null ? null : Date(period, "tot"),
            Native = output is not null && Flag(output, "native", false),
            ByLibreOffice = output is not null && Flag(output, "libreoffice", false),
            OriginalHeaders = output is null || Flag(output, "kopregels", true),
            WidthMode = output is null ? PdfWidthMode.Safe : Width(output),
            Renderings = List(root, "producten"),
            PolicyYaml = Map(root, "beleid") is { } policy ? Write(policy) : "",
            Yaml = yaml,
        };
    }

    private static YamlMappingNode? Root(string yaml)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode switch
            {
                YamlMappingNode map => map,
                YamlScalarNode { Value: null or "" } => null,
                var other => throw Wrong(other, "moet uit regels 'naam: waarde' bestaan"),
            };
        }
        catch (YamlException e)
        {
            throw new DossierException($"{FileName}, regel {e.Start.Line}: dit is geen geldige YAML. Controleer inspringing, aanhalingstekens en dubbele punten op die regel.", e);
        }
    }

    private static YamlNode? Node(YamlMappingNode map, string key) =>
        map.Children.FirstOrDefault(c => c.Key is YamlScalarNode k && string.Equals(k.Value, key, StringComparison.OrdinalIgnoreCase)).Value;

    private static YamlMappingNode? Map(YamlMappingNode map, string key) => Node(map, key) switch
    {
        null or YamlScalarNode { Value: null or "" } => null,
        YamlMappingNode child => child,
        var other => throw Wrong(other, $"'{key}' moet een blok met eigen regels zijn"),
    };

    private static string Text(YamlMappingNode map, string key) => Node(map, key) switch
    {
        null => "",
        YamlScalarNode scalar => scalar.Value?.Trim() ?? "",
        var other => throw Wrong(other, $"'{key}' moet één waarde zijn"),
    };

    private static IReadOnlyList<string> List(YamlMappingNode map, string key) => Node(map, key) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Children.OfType<YamlScalarNode>().Select(s => s.Value?.Trim() ?? "")],
        YamlScalarNode scalar => [.. (scalar.Value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        var other => throw Wrong(other, $"'{key}' moet een lijst zijn"),
    };

    private static DateOnly? Date(YamlMappingNode map, string key)
    {
        var text = Text(map, key);
        string[] forms = ["yyyy-MM-dd", "d-M-yyyy", "dd-MM-yyyy"];
        return text.Length == 0 ? null
            : DateOnly.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
            : throw Wrong(Node(map, key)!, $"'{key}' moet een datum zijn, zoals 2023-11-22 of 22-11-2023");
    }

    private static bool Flag(YamlMappingNode map, string key, bool missing) => Text(map, key).ToLowerInvariant() switch
    {
        "" => missing,
        "ja" or "true" or "yes" or "aan" => true,
        "nee" or "false" or "no" or "uit" => false,
        _ => throw Wrong(Node(map, key)!, $"'{key}' moet ja of nee zijn"),
    };

    private static PdfWidthMode Width(YamlMappingNode map) => Text(map, "lakbreedte").ToLowerInvariant() switch
    {
        "" or "veilig" => PdfWidthMode.Safe,
        "opmaak" => PdfWidthMode.KeepLayout,
        "regel" => PdfWidthMode.WholeLine,
        _ => throw Wrong(Node(map, "lakbreedte")!, "'lakbreedte' moet veilig, opmaak of regel zijn"),
    };

    private static DossierKind Kind(YamlMappingNode map) => Text(map, "soort").ToLowerInvariant() switch
    {
        "" or "woo-verzoek" or "woo" => DossierKind.WooRequest,
        "kamervragen" => DossierKind.ParliamentaryQuestions,
        "rapportage" => DossierKind.Report,
        _ => throw Wrong(Node(map, "soort")!, "'soort' moet woo-verzoek, kamervragen of rapportage zijn"),
    };

    private static string Write(YamlMappingNode node)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        new YamlStream(new YamlDocument(node)).Save(writer, assignAnchors: false);
        return writer.ToString();
    }

    private static DossierException Wrong(YamlNode node, string what) => new($"{FileName}, regel {node.Start.Line}: {what}.");
}
