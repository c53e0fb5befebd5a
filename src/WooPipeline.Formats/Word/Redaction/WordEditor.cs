using System.Xml.Linq;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Word;

/// <summary>Makes the cuts of a plan in the elements: runs are split, marks take the passage's own formatting on a shaded ground.</summary>
internal static class WordEditor
{
    private const string MarkFill = "BFBFBF";

    /// <summary>Children of run properties that come after shading (§17.3.2.28), and those that would change a mark's text.</summary>
    private static readonly HashSet<string> AfterShading = new(StringComparer.Ordinal)
    {
        "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath",
    };

    private static readonly HashSet<string> NotForMarks = new(StringComparer.Ordinal)
    {
        "caps", "smallCaps", "highlight", "shd", "vertAlign", "fitText", "strike", "dstrike", "outline", "emboss", "imprint", "rPrChange", "ins", "del",
    };

    public static void Apply(NativePlan plan)
    {
        foreach (var (piece, cuts) in plan.Pieces)
        {
            var element = piece.Element;
            if (piece.Attribute is { } attribute)
            {
                element.SetAttributeValue(attribute, NativePlan.Cut(piece.Text, cuts));
            }
            else if (element.IsMain() && Alone(element) is { } run)
            {
                CutRun(run, element, piece.Text, cuts);
            }
            else
            {
                element.Value = NativePlan.Cut(piece.Text, cuts); // text of shapes, charts and formulas has no run of ours
            }
        }
    }

    /// <summary>The line of a piece: its paragraph.</summary>
    public static object LineOf(NativeText piece) =>
        piece.Element.Ancestors().FirstOrDefault(e => e.Name.LocalName == "p") ?? piece.Element;

    /// <summary>Splits the run of an element so that the element has one of its own; null where it stands in no run.</summary>
    private static XElement? Alone(XElement element)
    {
        var child = element;
        while (child.Parent is { } parent && parent.Name != W.R)
        {
            if (parent.Name.Namespace != W.Mc)
            {
                return null;
            }

            child = parent; // the alternatives around a drawing go with it
        }

        if (child.Parent is not { } run)
        {
            return null;
        }

        var children = run.Elements().Where(e => e.Name != W.RPr).ToList();
        if (children.Count == 1)
        {
            return run;
        }

        var properties = run.Element(W.RPr);
        var attributes = run.Attributes().ToList();
        run.RemoveNodes();
        var runs = children.Select(c => new XElement(W.R, attributes, properties is null ? null : new XElement(properties), c)).ToList();
        run.ReplaceWith(runs);
        return runs[children.IndexOf(child)];
    }

    private static void CutRun(XElement run, XElement element, string text, List<NativeCut> cuts)
    {
        var properties = run.Element(W.RPr);
        var isText = element.Name == W.T;
        var result = new List<XElement>();
        var position = 0;
        foreach (var cut in cuts)
        {
            Keep(position, Math.Max(position, cut.Start));
            if (cut.Mark.Length > 0)
            {
                result.Add(new XElement(W.R, MarkProperties(properties), Text(cut.Mark)));
            }

            position = Math.Max(position, cut.End);
        }

        Keep(position, text.Length);
        run.ReplaceWith(result);

        void Keep(int start, int end)
        {
            if (isText && end > start)
            {
                result.Add(new XElement(W.R, properties is null ? null : new XElement(properties), Text(text[start..end])));
            }
        }
    }

    private static XElement Text(string text) => new(W.T, new XAttribute(XNamespace.Xml + "space", "preserve"), text);

    private static XElement MarkProperties(XElement? properties)
    {
        var mark = properties is null ? new XElement(W.RPr) : new XElement(properties);
        mark.Elements().Where(e => e.IsMain() && NotForMarks.Contains(e.Name.LocalName)).Remove();
        var shading = new XElement(W.Main + "shd", new XAttribute(W.Val, "clear"), new XAttribute(W.Main + "color", "auto"), new XAttribute(W.Main + "fill", MarkFill));
        var next = mark.Elements().FirstOrDefault(e => !e.IsMain() || AfterShading.Contains(e.Name.LocalName));
        if (next is null)
        {
            mark.Add(shading);
        }
        else
        {
            next.AddBeforeSelf(shading);
        }

        return mark;
    }
}
