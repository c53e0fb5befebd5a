using System.Xml.Linq;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Word;

/// <summary>Names of WordprocessingML (ISO/IEC 29500-1 §17) and what it borrows.</summary>
internal static class W
{
    public static readonly XNamespace Main = OfficeNames.Word;
    public static readonly XNamespace Rel = OfficeNames.Relationships;
    public static readonly XNamespace Mc = OfficeNames.Compatibility;
    public static readonly XNamespace Drawing = OfficeNames.Drawing;
    public static readonly XNamespace Math = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    public static readonly XNamespace Vml = "urn:schemas-microsoft-com:vml";
    public static readonly XNamespace Office = "urn:schemas-microsoft-com:office:office";

    public static readonly XName P = Main + "p";
    public static readonly XName R = Main + "r";
    public static readonly XName T = Main + "t";
    public static readonly XName Tbl = Main + "tbl";
    public static readonly XName Tr = Main + "tr";
    public static readonly XName Tc = Main + "tc";
    public static readonly XName PPr = Main + "pPr";
    public static readonly XName RPr = Main + "rPr";
    public static readonly XName Val = Main + "val";
    public static readonly XName Id = Main + "id";
    public static readonly XName RelId = Rel + "id";

    /// <summary>Value of a child's <c>w:val</c>; null where the child is absent.</summary>
    public static string? ChildVal(this XElement? element, string child) => (string?)element?.Element(Main + child)?.Attribute(Val);

    /// <summary>An on/off child (§17.17.4): null where absent.</summary>
    public static bool? Toggle(this XElement? element, string child)
    {
        var found = element?.Element(Main + child);
        return found is null ? null : (string?)found.Attribute(Val) is not ("0" or "false" or "off" or "none");
    }

    /// <summary>True for a name in the main namespace.</summary>
    public static bool IsMain(this XElement element) => element.Name.Namespace == Main;
}
