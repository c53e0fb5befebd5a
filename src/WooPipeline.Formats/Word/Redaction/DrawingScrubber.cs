using System.Globalization;
using System.Xml.Linq;

namespace WooPipeline.Formats.Word;

/// <summary>Scrubs drawings of DrawingML and VML: names, descriptions that show no image, links, embedded objects, extensions.</summary>
internal static class DrawingScrubber
{
    private static readonly HashSet<string> Gone = new(StringComparer.Ordinal)
    {
        "hlinkClick", "hlinkHover", "hlinkMouseOver", "OLEObject", "signatureline", "externalData", "userShapes", "printSettings", "custDataLst", "audioFile", "videoFile", "wavAudioFile", "svgBlip", "dataModelExt",
    };

    public static void Scrub(XElement root)
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
                    element.Value = "Blad1!$A$1"; // the workbook is gone, the kept values are what shows
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
        var showsImage = element.Name.LocalName == "docPr" && element.Parent?.Descendants().Any(e => e.Name.LocalName == "blip") == true;
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
