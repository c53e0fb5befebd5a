using System.Xml.Linq;

namespace WooPipeline.Formats.Office;

/// <summary>Keeps one of the alternatives that a part offers (ISO/IEC 29500-3 §10.2.1).</summary>
internal static class MarkupAlternatives
{
    private static readonly XName Alternatives = XName.Get("AlternateContent", OfficeNames.Compatibility);
    private static readonly XName Choice = XName.Get("Choice", OfficeNames.Compatibility);
    private static readonly XName Fallback = XName.Get("Fallback", OfficeNames.Compatibility);

    /// <summary>Extension namespaces whose <c>mc:Choice</c> we read; for any other the fallback is read.</summary>
    private static readonly HashSet<string> Understood = new(StringComparer.Ordinal)
    {
        "wps", "wpg", "wpc", "wpi", "wp14", "w14", "w15", "w16", "w16se", "w16cid", "w16cex", "a14", "a16", "c14", "c16", "c16r2", "am3d", "asvg", "v2",
    };

    /// <summary>Removes the alternatives that aren't read: a choice that is understood stays in its wrapper, a fallback takes the wrapper's place.</summary>
    public static void Choose(XElement root)
    {
        foreach (var alternatives in root.Descendants(Alternatives).Reverse().ToList())
        {
            var choice = alternatives.Elements(Choice).FirstOrDefault(c =>
                ((string?)c.Attribute("Requires") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).All(Understood.Contains));
            if (choice is not null)
            {
                alternatives.Elements().Where(e => e != choice).ToList().ForEach(e => e.Remove());
                continue;
            }

            var fallback = alternatives.Element(Fallback);
            var nodes = fallback?.Nodes().ToList() ?? [];
            fallback?.RemoveNodes();
            alternatives.ReplaceWith(nodes);
        }
    }
}
