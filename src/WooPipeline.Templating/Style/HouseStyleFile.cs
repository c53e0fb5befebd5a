using System.Collections.Immutable;
using System.Globalization;
using WooPipeline.Documents;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace WooPipeline.Templating;

/// <summary>
/// Reads <c>huisstijl.yaml</c> and the <c>fonts/</c> folder beside it. Every key may be absent; an unknown key or a wrong value
/// is an error with its line, so that a typing mistake doesn't silently give the default look.
/// </summary>
public static class HouseStyleFile
{
    private const string FileName = "huisstijl.yaml";

    /// <summary>The style of a folder; the defaults where the folder has no <c>huisstijl.yaml</c>.</summary>
    /// <exception cref="TemplateException">The file can't be used.</exception>
    public static HouseStyle Load(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var style = File.Exists(path) ? Parse(File.ReadAllText(path)) : new HouseStyle();
        var fonts = Path.Combine(folder, "fonts");
        return Directory.Exists(fonts) ? style with { FontFolder = fonts } : style;
    }

    /// <summary>The style that a text describes.</summary>
    /// <exception cref="TemplateException">The text can't be used.</exception>
    public static HouseStyle Parse(string yaml)
    {
        var style = new HouseStyle();
        foreach (var (key, value) in Root(yaml))
        {
            style = Apply(style, ((YamlScalarNode)key).Value ?? "", value);
        }

        return style;
    }

    private static HouseStyle Apply(HouseStyle style, string key, YamlNode value) => key switch
    {
        "lettertypen" => style with { Fonts = [.. List(key, value)] },
        "lettergrootte" => style with { FontSize = Number(key, value, 4, 40) },
        "regelafstand" => style with { LineHeight = Number(key, value, 0.8, 4) },
        "kopgroottes" => style with { HeadingSizes = [.. List(key, value).Select(v => Number(key, new YamlScalarNode(v), 4, 80))] },
        "paginabreedte" => style with { PageWidth = Number(key, value, 100, 5000) },
        "paginahoogte" => style with { PageHeight = Number(key, value, 100, 5000) },
        "marge_links" => style with { MarginLeft = Number(key, value, 0, 1000) },
        "marge_rechts" => style with { MarginRight = Number(key, value, 0, 1000) },
        "marge_boven" => style with { MarginTop = Number(key, value, 0, 1000) },
        "marge_onder" => style with { MarginBottom = Number(key, value, 0, 1000) },
        "kleur_koppen" => style with { HeadingColor = Color(key, value) },
        "kleur_markering" => style with { MarkFill = Color(key, value) },
        "kleur_markeringstekst" => style with { MarkText = Color(key, value) },
        "organisatie" => style with { Organisation = Text(key, value) },
        _ => throw Wrong(value, $"de sleutel '{key}' is onbekend"),
    };

    private static YamlMappingNode Root(string yaml)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents.Count == 0 || stream.Documents[0].RootNode is YamlScalarNode { Value: null or "" } ? []
                : stream.Documents[0].RootNode as YamlMappingNode ?? throw Wrong(stream.Documents[0].RootNode, "er hoort 'naam: waarde' te staan");
        }
        catch (YamlException e)
        {
            throw new TemplateException($"{FileName}, regel {e.Start.Line}: dit is geen geldige YAML. Controleer inspringing en dubbele punten.", e);
        }
    }

    private static string Text(string key, YamlNode node) =>
        node is YamlScalarNode { Value: { } text } ? text.Trim() : throw Wrong(node, $"'{key}' moet één waarde zijn");

    private static ImmutableArray<string> List(string key, YamlNode node) => node switch
    {
        YamlSequenceNode list => [.. list.Children.Select(n => Text(key, n))],
        _ => [.. Text(key, node).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
    };

    private static double Number(string key, YamlNode node, double low, double high) =>
        double.TryParse(Text(key, node).Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high
            ? number
            : throw Wrong(node, string.Create(CultureInfo.InvariantCulture, $"'{key}' moet een getal van {low} tot {high} zijn"));

    private static string Color(string key, YamlNode node)
    {
        var text = Text(key, node);
        return text.Length == 7 && text[0] == '#' && text.Skip(1).All(char.IsAsciiHexDigit)
            ? text
            : throw Wrong(node, $"'{key}' moet een kleur als \"#154273\" zijn, tussen aanhalingstekens");
    }

    private static TemplateException Wrong(YamlNode node, string what) =>
        new($"{FileName}, regel {node.Start.Line}: {what}. Pas de regel aan of haal hem weg.");
}
