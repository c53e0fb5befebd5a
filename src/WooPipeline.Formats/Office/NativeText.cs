using System.Xml.Linq;

namespace WooPipeline.Formats.Office;

/// <summary>A piece of visible text where it stands in its part.</summary>
/// <param name="Element">The element that holds or stands for it (<c>w:t</c>, <c>w:tab</c>, <c>a:t</c>, a drawing).</param>
/// <param name="Text">The text as the tree has it.</param>
/// <param name="Attribute">The attribute that holds it; null where the element's text does.</param>
internal sealed record NativeText(XElement Element, string Text, XName? Attribute = null);
