using System.Text;
using System.Xml;

namespace WooPipeline.Publication.Metadata;

/// <summary>Writes DiWoo 0.9.8 (standaarden.overheid.nl/diwoo/metadata), valid by its schema.</summary>
internal sealed class DiwooWriter(PackageDossier dossier)
{
    /// <summary>The namespace.</summary>
    public const string Namespace = "https://standaarden.overheid.nl/diwoo/metadata/";

    private const string Prefix = "diwoo";

    /// <summary>Settings for all our XML: UTF-8, line feeds, indented.</summary>
    public static XmlWriterSettings Settings { get; } = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) };

    /// <summary>A document's file.</summary>
    public string Text(DiwooDocument document)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings))
        {
            xml.WriteStartDocument();
            Write(xml, document);
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    /// <summary>The <c>Document</c> element, also for a sitemap.</summary>
    public void Write(XmlWriter xml, DiwooDocument document)
    {
        xml.WriteStartElement(Prefix, "Document", Namespace);
        Start(xml, "DiWoo");
        Start(xml, "identifiers");
        Value(xml, "identifier", document.Identifier);
        xml.WriteEndElement();
        Coded(xml, "publisher", Term.Publisher(dossier));
        Start(xml, "titelcollectie");
        Value(xml, "officieleTitel", document.Title);
        xml.WriteEndElement();
        Classification(xml, document);
        Value(xml, "creatiedatum", PackageDates.Iso(document.Date));
        Optional(xml, "language", Term.Language(dossier.Language));
        Optional(xml, "format", Term.Format(document.Path));
        if (dossier.Reference.Length > 0)
        {
            Value(xml, "aggregatiekenmerk", dossier.Reference);
        }

        Start(xml, "documenthandelingen");
        Start(xml, "documenthandeling");
        Coded(xml, "soortHandeling", Term.Get("action.established"));
        Value(xml, "atTime", PackageDates.DateTime(document.Date));
        xml.WriteEndElement();
        xml.WriteEndElement();
        Relations(xml, document);
        xml.WriteEndElement();
        Grounds(xml, document);
        xml.WriteEndElement();
    }

    private static void Classification(XmlWriter xml, DiwooDocument document)
    {
        Start(xml, "classificatiecollectie");
        Start(xml, "informatiecategorieen");
        Coded(xml, "informatiecategorie", document.Category);
        xml.WriteEndElement();
        if (document.Sort is { } sort)
        {
            Start(xml, "documentsoorten");
            Coded(xml, "documentsoort", sort);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void Relations(XmlWriter xml, DiwooDocument document)
    {
        if (document.Relations.Length == 0)
        {
            return;
        }

        Start(xml, "documentrelaties");
        foreach (var (role, path, title) in document.Relations)
        {
            Start(xml, "documentrelatie");
            Coded(xml, "role", role);
            Coded(xml, "relation", new Term(title, (dossier.BaseAddress ?? "") + path));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Grounds(XmlWriter xml, DiwooDocument document)
    {
        if (document.Grounds.Length == 0)
        {
            return;
        }

        Start(xml, "extraMetadata");
        Start(xml, "extraMetadatavelden");
        Start(xml, "extraMetadataveld");
        Value(xml, "key", "weigeringsgronden");
        Start(xml, "values");
        foreach (var ground in document.Grounds)
        {
            Value(xml, "value", ground);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Optional(XmlWriter xml, string name, Term? term)
    {
        if (term is not null)
        {
            Coded(xml, name, term);
        }
    }

    private static void Coded(XmlWriter xml, string name, Term term)
    {
        Start(xml, name);
        if (term.Uri is not null)
        {
            xml.WriteAttributeString("resource", term.Uri);
        }

        xml.WriteString(Clean(term.Label));
        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string name) => xml.WriteStartElement(Prefix, name, Namespace);

    private static void Value(XmlWriter xml, string name, string value) => xml.WriteElementString(Prefix, name, Namespace, Clean(value));

    /// <summary>XML 1.0 has no place for control characters; a line holds no line ends.</summary>
    internal static string Clean(string text) => string.Concat(text.ReplaceLineEndings(" ")
        .EnumerateRunes().Where(r => r.Value >= ' ' && r.Value is not (0xFFFD or 0xFFFE or 0xFFFF)).Select(r => r.ToString()));
}
