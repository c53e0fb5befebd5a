using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace WooPipeline.Formats.Office;

/// <summary>
/// Loads and writes XML of files that aren't trusted: no DTD, nothing external, bounded depth; comments and instructions are left out,
/// strict namespaces become transitional.
/// </summary>
internal static class SafeXml
{
    /// <summary>Deepest nesting that is read. Nested tables and text boxes take about ten levels each.</summary>
    public const int MaxDepth = 512;

    /// <summary>The root element.</summary>
    /// <exception cref="XmlException">Not well-formed, a DTD, or too deep.</exception>
    /// <exception cref="ReadTimeException">The time is up.</exception>
    public static XElement Load(ReadOnlyMemory<byte> bytes, ReadLimits? limits = null, bool keepBlanks = false)
    {
        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersFromEntities = 1024,
        });
        XElement? root = null;
        XElement? current = null;
        while (reader.Read())
        {
            limits?.Check();
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.Depth > MaxDepth)
                    {
                        throw new XmlException($"Elements nest deeper than {MaxDepth}.");
                    }

                    var element = Element(reader, out var empty);
                    root ??= element;
                    current?.Add(element);
                    current = empty ? current : element;
                    break;
                case XmlNodeType.EndElement:
                    current = current?.Parent;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    current?.Add(new XText(reader.Value));
                    break;
                case XmlNodeType.Whitespace when keepBlanks || current is { Name.LocalName: "t" or "delText" or "instrText" }:
                    current?.Add(new XText(reader.Value));
                    break;
                default:
                    break;
            }
        }

        return root ?? throw new XmlException("There is no root element.");
    }

    /// <summary>The bytes of a part: UTF-8, declaration, no indentation.</summary>
    public static byte[] Save(XElement root)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = false, NewLineHandling = NewLineHandling.Entitize }))
        {
            writer.WriteStartDocument();
            root.WriteTo(writer);
        }

        return stream.ToArray();
    }

    private static XElement Element(XmlReader reader, out bool empty)
    {
        empty = reader.IsEmptyElement;
        var element = new XElement(XName.Get(reader.LocalName, OfficeNames.Transitional(reader.NamespaceURI)));
        while (reader.MoveToNextAttribute())
        {
            var isDeclaration = reader.NamespaceURI == XNamespace.Xmlns.NamespaceName;
            var name = isDeclaration && reader.Prefix.Length == 0 ? XName.Get("xmlns") : XName.Get(reader.LocalName, OfficeNames.Transitional(reader.NamespaceURI));
            element.SetAttributeValue(name, isDeclaration ? OfficeNames.Transitional(reader.Value) : reader.Value);
        }

        reader.MoveToElement();
        return element;
    }
}
