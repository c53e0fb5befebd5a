using System.Globalization;
using WooPipeline.Documents;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace WooPipeline.Privacy;

/// <summary>Reads a policy from YAML; errors say where and what to do, in Dutch.</summary>
internal static class PolicyReader
{
    public static PolicySettings Read(string yaml)
    {
        YamlMappingNode? root;
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            root = stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode as YamlMappingNode;
        }
        catch (YamlException e)
        {
            throw new FormatException($"dossier.yaml, regel {e.Start.Line}: dit is geen geldige YAML. Controleer inspringing en dubbele punten.", e);
        }

        if (root is null)
        {
            return PolicySettings.Default;
        }

        if (root.Children.TryGetValue(new YamlScalarNode("beleid"), out var section))
        {
            root = section as YamlMappingNode ?? throw Wrong(section, "beleid", "een lijst van instellingen");
        }

        var settings = PolicySettings.Default;
        foreach (var (key, value) in root.Children)
        {
            settings = Apply(settings, (key as YamlScalarNode)?.Value ?? "", value, key);
        }

        return settings;
    }

    private static PolicySettings Apply(PolicySettings settings, string key, YamlNode value, YamlNode place) => key switch
    {
        "gronden" => settings with { Grounds = settings.Grounds.SetItems(ByLabel(value, key).Select(p => KeyValuePair.Create(p.Key, KnownGround(p.Value, value)))) },
        "markeringen" => settings with { MarkTexts = settings.MarkTexts.SetItems(ByLabel(value, key)) },
        "behouden" => settings with { KeptLabels = [.. Items(value, key).Select(v => LabelOf(v, value))] },
        "functionele_postbussen" => settings with { KeepFunctionalMailboxes = Choice(value, key, "behouden", "lakken") },
        "postbussen" => settings with { KeptMailboxes = [.. Items(value, key).Select(v => Folding.Fold(v.Split('@')[0]))] },
        "functietitels" => settings with { FunctionTitles = Titles(value, key) },
        "woordvoerders" => settings with { SpokespersonsArePublic = Choice(value, key, "openbaar", "lakken") },
        "kengetal" => settings with { KeepPhonePrefix = Choice(value, key, "behouden", "lakken") },
        "pseudoniemen" => settings with { Pseudonyms = Choice(value, key, "ja", "nee") },
        "pseudoniem" => settings with { PseudonymWord = Text(value, key), Pseudonyms = true },
        "twijfel_onder" => settings with { ReviewBelow = Number(value, key) },
        _ => throw new FormatException($"dossier.yaml, regel {place.Start.Line}: beleid kent de instelling '{key}' niet. Bekend zijn: gronden, markeringen, behouden, functionele_postbussen, postbussen, functietitels, woordvoerders, kengetal, pseudoniemen, pseudoniem, twijfel_onder."),
    };

    private static IEnumerable<KeyValuePair<Label, string>> ByLabel(YamlNode node, string key)
    {
        var map = node as YamlMappingNode ?? throw Wrong(node, key, "regels als NAME: 5.1.2e");
        return map.Children.Select(c => KeyValuePair.Create(LabelOf(Text(c.Key, key), c.Key), Text(c.Value, key)));
    }

    private static Label LabelOf(string code, YamlNode place) => LabelCode.TryParse(code, out var label) ? label
        : throw new FormatException($"dossier.yaml, regel {place.Start.Line}: '{code}' is geen label. Kies uit {string.Join(", ", Enum.GetValues<Label>().Select(l => l.ToCode()))}.");

    private static string KnownGround(string code, YamlNode place) => GroundCatalog.Find(code)?.Code
        ?? throw new FormatException($"dossier.yaml, regel {place.Start.Line}: '{code}' is geen grond. Schrijf bijvoorbeeld 5.1.2e.");

    private static FunctionTitles Titles(YamlNode node, string key) => Text(node, key) switch
    {
        "behouden" => FunctionTitles.Keep,
        "lakken" => FunctionTitles.Remove,
        "lakken_indien_uniek" => FunctionTitles.RemoveIfUnique,
        _ => throw Wrong(node, key, "behouden, lakken of lakken_indien_uniek"),
    };

    private static bool Choice(YamlNode node, string key, string yes, string no)
    {
        var text = Text(node, key);
        return text == yes || text is "true" or "ja" ? true : text == no || text is "false" or "nee" ? false : throw Wrong(node, key, $"{yes} of {no}");
    }

    private static double Number(YamlNode node, string key) =>
        double.TryParse(Text(node, key), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 1 ? number : throw Wrong(node, key, "een getal van 0 tot 1, met een punt");

    private static IEnumerable<string> Items(YamlNode node, string key) => node is YamlSequenceNode list ? list.Children.Select(c => Text(c, key)) : [Text(node, key)];

    private static string Text(YamlNode node, string key) => (node as YamlScalarNode)?.Value?.Trim() ?? throw Wrong(node, key, "een waarde");

    private static FormatException Wrong(YamlNode node, string key, string wanted) => new($"dossier.yaml, regel {node.Start.Line}: bij '{key}' hoort {wanted}.");
}
