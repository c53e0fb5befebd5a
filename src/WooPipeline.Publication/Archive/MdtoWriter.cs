using System.Globalization;
using System.Text;
using System.Xml;
using WooPipeline.Publication.Metadata;
using WooPipeline.Documents;

namespace WooPipeline.Publication;

/// <summary>
/// Sidecars for the archive after MDTO 1.0.1 (Nationaal Archief): an information object for each document, a file object for each public
/// file. They stay in <c>intern/archief/</c>.
/// </summary>
internal sealed class MdtoWriter(PackageInput input)
{
    private const string Namespace = "https://www.nationaalarchief.nl/mdto";
    private readonly PackageDossier dossier = input.Dossier;

    private const string Folder = "intern/archief/";

    /// <summary>Writes all of them.</summary>
    public void Write(PackageFiles files)
    {
        var fallback = PackageDates.Of(dossier) ?? input.Documents.Select(d => d.Date).Max();
        Parallel.ForEach(input.Documents.Where(d => d.PublicFiles.Length > 0), Cores.All, document =>
        {
            files.WriteText($"{Folder}{document.Id}.mdto.xml", Text(xml => Information(xml, document)));

            // A checksum needs its date, and none may be invented.
            foreach (var file in fallback is null ? [] : document.PublicFiles)
            {
                files.WriteText($"{Folder}{Path.GetFileName(file)}.mdto.xml", Text(xml => Bestand(xml, document, file, files, fallback!.Value)));
            }
        });
    }

    private void Information(XmlWriter xml, PackageDocument document)
    {
        xml.WriteStartElement("informatieobject", Namespace);
        Identity(xml, "identificatie", Identifier(document));
        Value(xml, "naam", DisplayNames.Title(document));
        Concept(xml, "aggregatieniveau", "Archiefstuk", "MDTO begrippenlijst aggregatieniveaus");
        Value(xml, "taal", dossier.Language);
        Concept(xml, "waardering", dossier.Appraisal, "MDTO begrippenlijst waarderingen");
        Concept(xml, "informatiecategorie", Term.Category(dossier).Label, "TOOI Woo-informatiecategorieën");
        foreach (var file in document.PublicFiles)
        {
            Reference(xml, "heeftRepresentatie", Path.GetFileName(file), $"{Identifier(document)}/{Path.GetFileName(file)}");
        }

        var publisher = Term.Publisher(dossier);
        Reference(xml, "archiefvormer", publisher.Label.Length > 0 ? publisher.Label : "onbekend", publisher.Uri);
        xml.WriteStartElement("beperkingGebruik", Namespace);
        Concept(xml, "beperkingGebruikType", document.State.ToJudgement(), "Beoordelingen Woo");
        var grounds = DocumentGrounds.Of(document);
        if (grounds.Length > 0)
        {
            Value(xml, "beperkingGebruikNadereBeschrijving", "Gelakt op grond van " + string.Join("; ", grounds));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Bestand(XmlWriter xml, PackageDocument document, string file, PackageFiles files, DateOnly date)
    {
        xml.WriteStartElement("bestand", Namespace);
        Identity(xml, "identificatie", $"{Identifier(document)}/{Path.GetFileName(file)}");
        Value(xml, "naam", Path.GetFileName(file));
        Value(xml, "omvang", files.Size("publicatie/" + file).ToString(CultureInfo.InvariantCulture));
        Concept(xml, "bestandsformaat", Path.GetExtension(file).TrimStart('.').ToUpperInvariant(), "EU file types");
        xml.WriteStartElement("checksum", Namespace);
        Concept(xml, "checksumAlgoritme", "SHA-256", "MDTO begrippenlijst checksumalgoritmen");
        Value(xml, "checksumWaarde", files.Sha256("publicatie/" + file));
        Value(xml, "checksumDatum", PackageDates.DateTime(date));
        xml.WriteEndElement();
        Reference(xml, "isRepresentatieVan", DisplayNames.Title(document), Identifier(document));
        xml.WriteEndElement();
    }

    private string Identifier(PackageDocument document) => $"{Inventory.InventoryBuilder.Matter(dossier)}-{document.Id}";

    private static string Text(Action<XmlWriter> content)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, DiwooWriter.Settings))
        {
            xml.WriteStartElement("MDTO", Namespace);
            content(xml);
            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Concept(XmlWriter xml, string name, string label, string list)
    {
        xml.WriteStartElement(name, Namespace);
        Value(xml, "begripLabel", label);
        Reference(xml, "begripBegrippenlijst", list, null);
        xml.WriteEndElement();
    }

    private static void Reference(XmlWriter xml, string name, string label, string? identifier)
    {
        xml.WriteStartElement(name, Namespace);
        Value(xml, "verwijzingNaam", label);
        if (identifier is not null)
        {
            Identity(xml, "verwijzingIdentificatie", identifier);
        }

        xml.WriteEndElement();
    }

    private static void Identity(XmlWriter xml, string name, string identifier)
    {
        xml.WriteStartElement(name, Namespace);
        Value(xml, "identificatieKenmerk", identifier);
        Value(xml, "identificatieBron", "WooPipeline");
        xml.WriteEndElement();
    }

    private static void Value(XmlWriter xml, string name, string value) => xml.WriteElementString(name, Namespace, DiwooWriter.Clean(value));
}
