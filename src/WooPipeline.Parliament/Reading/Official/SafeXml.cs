using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace WooPipeline.Parliament;

/// <summary>XML as data of strangers: no DTD, no entities from elsewhere, bounded size and depth.</summary>
internal static class SafeXml
{
    private const int MaxDepth = 200;

    // A DTD is skipped, not read: old publications name one that isn't needed.
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = 64L * 1024 * 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>The document, or null with a problem.</summary>
    public static XDocument? Read(byte[] content, string source, ProblemList problems)
    {
        try
        {
            CheckDepth(content);
            using var reader = XmlReader.Create(new MemoryStream(content), Settings);
            return XDocument.Load(reader, LoadOptions.PreserveWhitespace | LoadOptions.SetLineInfo);
        }
        catch (XmlException e)
        {
            problems.Error("xml-beschadigd", new Provenance(source, string.Create(CultureInfo.InvariantCulture, $"regel {e.LineNumber}")), "Dit is geen leesbare XML. Haal het bestand opnieuw op bij de bron.");
            return null;
        }
    }

    // A tree of elements has no bound of its own, and a walk over a very deep one would end the process.
    private static void CheckDepth(byte[] content)
    {
        using var reader = XmlReader.Create(new MemoryStream(content), Settings);
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
            {
                throw new XmlException("too deep", null, ((IXmlLineInfo)reader).LineNumber, 0);
            }
        }
    }
}
