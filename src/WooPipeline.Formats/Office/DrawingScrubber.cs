using System.Globalization;
using System.Xml.Linq;
using WooPipeline.Formats.Word;

namespace WooPipeline.Formats.Office;

/// <summary>Scrubs drawings of DrawingML and VML: names, descriptions that show no image, links, embedded objects, extensions.</summary>
internal static class DrawingScrubber
{
    /// <summary>What stands for cells that are gone; programs then show the values that the chart keeps.</summary>
    public const string GoneReference = "#REF!";

    private static readonly HashSet<string> Gone = new(StringComparer.Ordinal)
    {
        "hlinkClick", "hlinkHover", "hlinkMouseOver", "OLEObject", "signatureline", "externalData", "userShapes", "printSettings", "custDataLst", "audioFile", "videoFile", "wavAudioFile", "svgBlip", "dataModelExt",
    };

    /// <param name="root">A part's root; elements of WordprocessingML in it are left alone.</param>
    /// <param name="formula">The new form of a chart's reference to cells.</param>
    public static void Scrub(XElement root, Func<string, string> formula)
    {
        root.Descendants().Where(e => Gone.Contains(e.Name.LocalName) && !e.IsMain()).Remove();
        root.Descendants().Where(e => e.Name.LocalName == "extLst" && !e.IsMain()).Remove();
        var number = 0;
        foreach (var element in root.Descendants().Where(e => !e.IsMain()))
        {
            switch (element.Name.LocalName)
            {
                case "docPr" or "cNvPr":
                    number++;
                    ScrubName(element, number);
                    break;
                case "blip":
                    element.SetAttributeValue(W.Rel + "link", null);
                    break;
                case "f" when element.Parent?.Name.LocalName is "strRef" or "numRef" or "multiLvlStrRef":
                    element.Value = formula(element.Value);
                    break;
                case "title" or "desc" when element.Name.NamespaceName.Contains("diagram", StringComparison.Ordinal):
                    element.SetAttributeValue("val", "");
                    break;
                default:
                    break;
            }

            if (element.Name.Namespace == W.Vml || element.Name.Namespace == W.Office)
            {
                ScrubVml(element);
            }

            element.SetAttributeValue("phldrT", null);
            element.SetAttributeValue("macro", element.Attribute("macro") is null ? null : "");
            element.SetAttributeValue("textlink", null);
        }
    }

    private static void ScrubName(XElement element, int number)
    {
        element.SetAttributeValue("name", "Afbeelding " + number.ToString(CultureInfo.InvariantCulture));
        // In text documents the drawing describes the image, in sheets the picture does; any other description shows nothing.
        var isOfSheet = element.Name.NamespaceName.EndsWith("/spreadsheetDrawing", StringComparison.Ordinal);
        var showsImage = (element.Name.LocalName == "docPr" || (isOfSheet && element.Parent?.Name.LocalName == "nvPicPr"))
            && element.Ancestors().Take(2).Any(a => a.Descendants().Any(e => e.Name.LocalName == "blip"));
        if (!showsImage)
        {
            element.SetAttributeValue("descr", null);
            element.SetAttributeValue("title", null);
        }
    }

    private static void ScrubVml(XElement element)
    {
        var isImage = element.Descendants(W.Vml + "imagedata").Any();
        foreach (var attribute in element.Attributes().ToList())
        {
            var name = attribute.Name.LocalName;
            var isDescription = name == "alt" && isImage;
            if ((name is "alt" or "title" or "href" or "src" or "target" or "althref" or "gfxdata" or "userid" && !isDescription)
                || (name == "id" && attribute.Name.Namespace == XNamespace.None && !attribute.Value.StartsWith("_x0000_", StringComparison.Ordinal))
                || (name == "spid" && !attribute.Value.StartsWith("_x0000_", StringComparison.Ordinal)))
            {
                attribute.Remove();
            }
        }
    }
}
