using System.Xml.Linq;

namespace WooPipeline.Formats.Word;

/// <summary>
/// Fields lose their code, so that nothing is fetched or made again from what was removed; their result stays as text. Page numbers stay
/// fields, with a code written anew.
/// </summary>
internal static class WordFieldScrubber
{
    private static readonly HashSet<string> Kept = new(StringComparer.OrdinalIgnoreCase) { "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF" };

    /// <summary>Scrubs the fields of a part.</summary>
    /// <param name="root">The part's root.</param>
    /// <param name="bookmark">New name of a bookmark, or null where it isn't kept.</param>
    public static void Scrub(XElement root, Func<string, string?> bookmark)
    {
        var fields = WordFields.Of(root);
        var keptMarks = new HashSet<XElement>();
        foreach (var field in fields)
        {
            if (Code(field.Instruction, bookmark) is { } code)
            {
                keptMarks.Add(field.Begin);
                keptMarks.Add(field.End!);
                keptMarks.UnionWith(field.Separate is null ? [] : [field.Separate]);
                Rewrite(field, code, keptMarks);
            }
            else
            {
                field.Code.Where(c => c.Parent is not null).Remove();
            }
        }

        root.Descendants().Where(e => e.IsMain() && e.Name.LocalName is "fldChar" or "instrText" or "delInstrText" && !keptMarks.Contains(e)).Remove();
        root.Descendants(W.Main + "fldChar").Elements().Remove();
        foreach (var simple in root.Descendants(W.Main + "fldSimple").Reverse().ToList())
        {
            if (Code((string?)simple.Attribute(W.Main + "instr") ?? "", bookmark) is { } code)
            {
                simple.RemoveAttributes();
                simple.SetAttributeValue(W.Main + "instr", code);
                simple.Elements(W.Main + "fldData").Remove();
            }
            else
            {
                var nodes = simple.Nodes().Where(n => n is not XElement { Name.LocalName: "fldData" }).ToList();
                simple.RemoveNodes();
                simple.ReplaceWith(nodes);
            }
        }
    }

    /// <summary>Bookmarks that kept fields point at.</summary>
    public static IEnumerable<string> Bookmarks(XElement root) =>
        WordFields.Of(root).Select(f => f.Instruction)
            .Concat(root.Descendants(W.Main + "fldSimple").Select(f => (string?)f.Attribute(W.Main + "instr") ?? ""))
            .Select(Words).Where(w => w.Length > 1 && w[0].Equals("PAGEREF", StringComparison.OrdinalIgnoreCase)).Select(w => w[1]);

    private static string? Code(string instruction, Func<string, string?> bookmark)
    {
        var words = Words(instruction);
        if (words.Length == 0 || !Kept.Contains(words[0]))
        {
            return null;
        }

        var name = words[0].ToUpperInvariant();
        if (name != "PAGEREF")
        {
            // A number format (\* roman) is vocabulary of Word: one of its own words, or none.
            var format = words.SkipWhile(w => w != "\\*").Skip(1).FirstOrDefault();
            return format is "roman" or "ROMAN" or "Roman" or "ALPHABETIC" or "alphabetic" ? $" {name} \\* {format} " : $" {name} ";
        }

        return words.Length > 1 && bookmark(words[1]) is { } target ? $" PAGEREF {target} \\h " : null;
    }

    private static void Rewrite(WordField field, string code, HashSet<XElement> kept)
    {
        var first = field.Code.FirstOrDefault(c => c.Name.LocalName == "instrText" && c.Parent is not null);
        field.Code.Where(c => c != first && c.Parent is not null && c.Name != W.RPr).Remove();
        if (first is not null)
        {
            first.RemoveAttributes();
            first.SetAttributeValue(XNamespace.Xml + "space", "preserve");
            first.Value = code;
            kept.Add(first);
        }
    }

    private static string[] Words(string instruction) => instruction.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
