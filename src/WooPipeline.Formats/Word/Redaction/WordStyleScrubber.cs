using System.Globalization;
using System.Xml.Linq;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Word;

/// <summary>Keeps of styles, numbering and settings what the look needs; styles that someone made are renamed.</summary>
internal sealed class WordStyleScrubber
{
    private static readonly HashSet<string> References = new(StringComparer.Ordinal)
    {
        "pStyle", "rStyle", "tblStyle", "basedOn", "next", "link", "numStyleLink", "styleLink", "clickAndTypeStyle", "defaultTableStyle",
    };

    private static readonly HashSet<string> KeptSettings = new(StringComparer.Ordinal)
    {
        "displayBackgroundShape", "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop",
        "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "evenAndOddHeaders", "bookFoldRevPrinting",
        "bookFoldPrinting", "drawingGridHorizontalSpacing", "drawingGridVerticalSpacing", "characterSpacingControl", "noLineBreaksAfter", "noLineBreaksBefore",
        "footnotePr", "endnotePr", "compat", "themeFontLang", "clrSchemeMapping", "decimalSymbol", "listSeparator",
    };

    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    public WordStyleScrubber(XElement? styles)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var style in styles?.Elements(W.Main + "style") ?? [])
        {
            if ((string?)style.Attribute(W.Main + "styleId") is { } id)
            {
                var isCustom = (string?)style.Attribute(W.Main + "customStyle") is "1" or "true" or "on";
                var name = isCustom ? "" : Identifier(style.ChildVal("name") ?? "");
                names.TryAdd(id, name.Length > 0 && taken.Add(name) ? name : "Stijl" + (names.Count + 1).ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>The id that Word in English gives a built-in style, whatever the language the document was made in.</summary>
    private static string Identifier(string name) => string.Concat(name.Split(' ').Where(w => w.Length > 0).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));

    /// <summary>Points references to renamed styles at their new names.</summary>
    public void Rename(XElement root)
    {
        foreach (var element in root.Descendants().Where(e => e.IsMain() && References.Contains(e.Name.LocalName)))
        {
            if ((string?)element.Attribute(W.Val) is { } id && names.TryGetValue(id, out var name))
            {
                element.SetAttributeValue(W.Val, name);
            }
        }
    }

    /// <summary>Scrubs the styles and drops those that nothing uses.</summary>
    /// <param name="root">The part.</param>
    /// <param name="used">Ids that the kept parts name, after renaming.</param>
    public void ScrubStyles(XElement root, IReadOnlySet<string> used)
    {
        root.Elements().Where(e => e.Name.LocalName == "latentStyles").Remove();
        root.Descendants().Where(e => e.IsMain() && e.Name.LocalName is "rsid" or "aliases" or "personal" or "personalCompose" or "personalReply"
            || e.Name.LocalName.EndsWith("Change", StringComparison.Ordinal)).Remove();
        Prune(root, used);
        foreach (var style in root.Elements(W.Main + "style"))
        {
            if ((string?)style.Attribute(W.Main + "styleId") is { } id && names.TryGetValue(id, out var name))
            {
                style.SetAttributeValue(W.Main + "styleId", name);
                if ((string?)style.Attribute(W.Main + "customStyle") is "1" or "true" or "on")
                {
                    style.Element(W.Main + "name")?.SetAttributeValue(W.Val, name);
                }
            }
        }

        Rename(root);
    }

    /// <summary>Ids of styles that a part names.</summary>
    public static IEnumerable<string> Used(XElement root) =>
        root.Descendants().Where(e => e.IsMain() && References.Contains(e.Name.LocalName)).Select(e => (string?)e.Attribute(W.Val)).OfType<string>();

    private void Prune(XElement root, IReadOnlySet<string> used)
    {
        var styles = root.Elements(W.Main + "style").ToLookup(s => names.GetValueOrDefault((string?)s.Attribute(W.Main + "styleId") ?? "", ""));
        var open = new Stack<string>(used.Concat(styles.SelectMany(g => g).Where(s => (string?)s.Attribute(W.Main + "default") is "1" or "true" or "on")
            .Select(s => names.GetValueOrDefault((string?)s.Attribute(W.Main + "styleId") ?? "", ""))));
        var kept = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryPop(out var id))
        {
            if (kept.Add(id))
            {
                foreach (var reference in styles[id].SelectMany(Used))
                {
                    open.Push(names.GetValueOrDefault(reference, reference));
                }
            }
        }

        styles.Where(g => !kept.Contains(g.Key)).SelectMany(g => g).Remove();
    }

    public void ScrubNumbering(XElement root, RemovedWords removed)
    {
        root.Descendants().Where(e => e.IsMain() && e.Name.LocalName is "name" or "nsid" or "tmpl").Remove();
        foreach (var text in root.Descendants(W.Main + "lvlText").Where(t => removed.AreIn((string?)t.Attribute(W.Val) ?? "")))
        {
            text.SetAttributeValue(W.Val, "");
        }

        root.Descendants().Attributes().Where(a => a.Name.LocalName is "tplc" or "tentative" || a.Name.LocalName.StartsWith("rsid", StringComparison.Ordinal)
            || a.Name.LocalName == "restartNumberingAfterBreak").Remove();
        DrawingScrubber.Scrub(root, _ => DrawingScrubber.GoneReference);
        Rename(root);
    }

    public void ScrubSettings(XElement root)
    {
        root.Elements().Where(e => !e.IsMain() || !KeptSettings.Contains(e.Name.LocalName)).Remove();
        root.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name.Namespace != W.Mc).Remove();
        Rename(root);
    }

    public static void ScrubFonts(XElement root)
    {
        root.Descendants().Where(e => e.IsMain() && e.Name.LocalName.StartsWith("embed", StringComparison.Ordinal)).Remove();
    }

    public static void ScrubTheme(XElement root)
    {
        root.Elements().Where(e => e.Name.LocalName is "objectDefaults" or "extraClrSchemeLst" or "custClrLst" or "extLst").Remove();
        foreach (var element in root.DescendantsAndSelf().Where(e => e.Name.LocalName is "theme" or "clrScheme" or "fontScheme" or "fmtScheme"))
        {
            element.SetAttributeValue("name", "Thema");
        }

        root.Descendants().Where(e => e.Name.LocalName == "extLst" || (e.Name.LocalName == "font" && e.Attribute("script") is not null)).Remove();
    }
}
