using System.Xml;
using System.Xml.Linq;
using WooPipeline.Documents;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Text;

/// <summary>Reads XML as names with values; no DTD, nothing external.</summary>
public sealed class XmlDataReader : IFormatReader
{
    /// <inheritdoc/>
    public string Format => "xml";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Extension is ".xml";
    }

    /// <inheritdoc/>
    public ReadResult Read(SourceFile file, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        if (file.Content.Length > limits.MaxTextLength)
        {
            return PlainTextReader.TooLong(limits);
        }

        try
        {
            return new DocumentRead(new DocumentTree
            {
                Kind = DocumentKind.Data,
                FileName = file.Name,
                Blocks = DataBlocks.Of(Node(SafeXml.Load(file.Content, limits), limits), limits),
            });
        }
        catch (XmlException e)
        {
            return new Quarantined("beschadigd", $"De XML is niet geldig, verwijst naar buiten of is te diep genest (regel {e.LineNumber}). Vraag het bestand opnieuw op bij de bron.") { Place = $"regel {e.LineNumber}" };
        }
    }

    private static DataNode Node(XElement element, ReadLimits limits)
    {
        limits.Check();
        var name = element.Name.LocalName;
        var attributes = element.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name.Namespace != "http://www.w3.org/2001/XMLSchema-instance").ToList();
        var mixed = element.HasElements && element.Nodes().OfType<XText>().Any(t => !string.IsNullOrWhiteSpace(t.Value));
        if (attributes.Count == 0 && !element.HasElements)
        {
            return DataNode.Leaf(name, element.Value.Trim());
        }

        var children = attributes.Select(a => DataNode.Leaf(a.Name.LocalName, a.Value)).ToList();
        if (mixed)
        {
            children.AddRange(element.Nodes().Select(n => n is XElement child ? Node(child, limits) : DataNode.Leaf("", ((XText)n).Value.Trim())).Where(n => n.Value != ""));
        }
        else if (element.HasElements)
        {
            children.AddRange(element.Elements().Select(e => Node(e, limits)));
        }
        else if (element.Value.Trim() is { Length: > 0 } text)
        {
            children.Add(DataNode.Leaf("", text));
        }

        return DataNode.Group(name, children);
    }
}
