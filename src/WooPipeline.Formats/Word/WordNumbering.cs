using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace WooPipeline.Formats.Word;

/// <summary>A paragraph's number as shown.</summary>
/// <param name="Text">The label (<c>1.2.a</c>); empty for a bullet.</param>
/// <param name="Level">Zero-based level.</param>
internal sealed record NumberLabel(string Text, int Level)
{
    /// <summary>True for a number, false for a bullet.</summary>
    public bool IsOrdered => Text.Length > 0;
}

/// <summary>Counts numbered paragraphs in document order and gives their labels (§17.9).</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;
    private readonly Dictionary<string, XElement> abstracts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> counters = new(StringComparer.Ordinal);
    private readonly HashSet<(string, int)> overridden = [];
    private readonly WordStyles styles;

    public WordNumbering(XElement? root, WordStyles styles)
    {
        this.styles = styles;
        foreach (var element in root?.Elements() ?? [])
        {
            if (element.Name == W.Main + "abstractNum" && (string?)element.Attribute(W.Main + "abstractNumId") is { } abstractId)
            {
                abstracts.TryAdd(abstractId, element);
            }
            else if (element.Name == W.Main + "num" && (string?)element.Attribute(W.Main + "numId") is { } id)
            {
                numbers.TryAdd(id, element);
            }
        }
    }

    /// <summary>The next label for a paragraph; null where it has no number.</summary>
    public NumberLabel? Next(XElement? properties)
    {
        var direct = properties?.Element(W.Main + "numPr");
        var styled = styles.Numbering(properties.ChildVal("pStyle"));
        var id = direct.ChildVal("numId") ?? styled?.NumId;
        if (id is null or "0" || !numbers.TryGetValue(id, out var number))
        {
            return null;
        }

        var level = int.TryParse(direct.ChildVal("ilvl"), out var given) ? given : styled?.Level ?? 0;
        level = Math.Clamp(level, 0, Levels - 1);
        var abstractId = AbstractOf(number);
        if (abstractId is null)
        {
            return null;
        }

        var counts = Count(id, number, abstractId, level);
        var definition = Definition(number, abstractId, level);
        if (definition is null || definition.ChildVal("numFmt") is "bullet" or "none")
        {
            return new NumberLabel("", level);
        }

        return new NumberLabel(Label(definition, number, abstractId, counts), level);
    }

    private int[] Count(string id, XElement number, string abstractId, int level)
    {
        if (!counters.TryGetValue(abstractId, out var counts))
        {
            counters[abstractId] = counts = Enumerable.Repeat(int.MinValue, Levels).ToArray();
        }

        var restart = number.Elements(W.Main + "lvlOverride")
            .FirstOrDefault(o => (string?)o.Attribute(W.Main + "ilvl") == level.ToString(CultureInfo.InvariantCulture)).ChildVal("startOverride");
        if (restart is not null && overridden.Add((id, level)))
        {
            counts[level] = int.TryParse(restart, out var first) ? first : 1;
        }
        else
        {
            counts[level] = counts[level] == int.MinValue ? Start(number, abstractId, level) : counts[level] + 1;
        }

        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            counts[deeper] = int.MinValue;
        }

        return counts;
    }

    private string Label(XElement definition, XElement number, string abstractId, int[] counts)
    {
        var template = definition.ChildVal("lvlText") ?? "";
        var legal = definition.Toggle("isLgl") ?? false;
        var label = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '%' && i + 1 < template.Length && template[i + 1] is >= '1' and <= '9')
            {
                var level = template[++i] - '1';
                var count = counts[level] == int.MinValue ? Start(number, abstractId, level) : counts[level];
                var format = legal ? "decimal" : Definition(number, abstractId, level).ChildVal("numFmt") ?? "decimal";
                label.Append(NumberFormats.Format(count, format));
            }
            else
            {
                label.Append(template[i]);
            }
        }

        return label.ToString();
    }

    private int Start(XElement number, string abstractId, int level) =>
        int.TryParse(Definition(number, abstractId, level).ChildVal("start"), out var start) ? start : 1;

    private XElement? Definition(XElement number, string abstractId, int level)
    {
        var name = level.ToString(CultureInfo.InvariantCulture);
        return number.Elements(W.Main + "lvlOverride").FirstOrDefault(o => (string?)o.Attribute(W.Main + "ilvl") == name)?.Element(W.Main + "lvl")
            ?? abstracts[abstractId].Elements(W.Main + "lvl").FirstOrDefault(l => (string?)l.Attribute(W.Main + "ilvl") == name);
    }

    private string? AbstractOf(XElement number)
    {
        var id = number.ChildVal("abstractNumId");
        if (id is null || !abstracts.TryGetValue(id, out var found))
        {
            return null;
        }

        // A numbering style keeps its levels in the list that defines it (§17.9.21).
        var link = found.ChildVal("numStyleLink");
        var linked = link is null ? null : abstracts.FirstOrDefault(a => a.Value.ChildVal("styleLink") == link).Key;
        return linked ?? id;
    }
}
