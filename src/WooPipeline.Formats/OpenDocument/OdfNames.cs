using System.Xml.Linq;

namespace WooPipeline.Formats.OpenDocument;

/// <summary>Namespaces of OpenDocument (ISO/IEC 26300).</summary>
internal static class OdfNames
{
    private const string Base = "urn:oasis:names:tc:opendocument:xmlns:";
    public static readonly XNamespace OfficeNs = Base + "office:1.0";
    public static readonly XNamespace TextNs = Base + "text:1.0";
    public static readonly XNamespace TableNs = Base + "table:1.0";
    public static readonly XNamespace DrawNs = Base + "drawing:1.0";
    public static readonly XNamespace StyleNs = Base + "style:1.0";
    public static readonly XNamespace FoNs = Base + "xsl-fo-compatible:1.0";
    public static readonly XNamespace SvgNs = Base + "svg-compatible:1.0";
    public static readonly XNamespace PresentationNs = Base + "presentation:1.0";
    public static readonly XNamespace MetaNs = Base + "meta:1.0";
    public static readonly XNamespace ManifestNs = Base + "manifest:1.0";
    public static readonly XNamespace DcNs = "http://purl.org/dc/elements/1.1/";
    public static readonly XName Href = XName.Get("href", "http://www.w3.org/1999/xlink");

    /// <summary>A count that an attribute repeats its element by; 1 where there is none.</summary>
    public static int Repeat(XElement element, XName name) =>
        int.TryParse((string?)element.Attribute(name), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count) ? Math.Max(1, count) : 1;
}
