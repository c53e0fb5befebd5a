using System.Globalization;
using System.Xml.Linq;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Word;

/// <summary>Makes the drawing around an image (ISO/IEC 29500-1 §20.4.2.8).</summary>
internal static class DrawingMarkup
{
    private static readonly XNamespace Wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static readonly XNamespace Pic = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    public static XElement Inline(string relationship, int number, string description, long width, long height)
    {
        var name = "Afbeelding " + number.ToString(CultureInfo.InvariantCulture);
        return new XElement(Wp + "inline",
            new XAttribute(XNamespace.Xmlns + "wp", Wp),
            new XElement(Wp + "extent", new XAttribute("cx", width), new XAttribute("cy", height)),
            new XElement(Wp + "docPr", new XAttribute("id", number), new XAttribute("name", name), new XAttribute("descr", XmlText.Clean(description))),
            new XElement(W.Drawing + "graphic",
                new XAttribute(XNamespace.Xmlns + "a", W.Drawing),
                new XElement(W.Drawing + "graphicData", new XAttribute("uri", Pic.NamespaceName),
                    new XElement(Pic + "pic",
                        new XAttribute(XNamespace.Xmlns + "pic", Pic),
                        new XElement(Pic + "nvPicPr",
                            new XElement(Pic + "cNvPr", new XAttribute("id", number), new XAttribute("name", name)),
                            new XElement(Pic + "cNvPicPr")),
                        new XElement(Pic + "blipFill",
                            new XElement(W.Drawing + "blip", new XAttribute(W.Rel + "embed", relationship)),
                            new XElement(W.Drawing + "stretch", new XElement(W.Drawing + "fillRect"))),
                        new XElement(Pic + "spPr",
                            new XElement(W.Drawing + "xfrm",
                                new XElement(W.Drawing + "off", new XAttribute("x", 0), new XAttribute("y", 0)),
                                new XElement(W.Drawing + "ext", new XAttribute("cx", width), new XAttribute("cy", height))),
                            new XElement(W.Drawing + "prstGeom", new XAttribute("prst", "rect"), new XElement(W.Drawing + "avLst")))))));
    }
}
