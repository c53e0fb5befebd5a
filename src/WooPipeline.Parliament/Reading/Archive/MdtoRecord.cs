using System.Xml.Linq;

namespace WooPipeline.Parliament;

/// <summary>Reads an <c>informatieobject</c> or <c>bestand</c> of MDTO 1.0 (Nationaal Archief).</summary>
internal static class MdtoRecord
{
    public static ArchiveRecord Of(XElement element, Provenance source, Func<string, bool> isPersonal, Func<string, byte[]?> beside)
    {
        var values = new List<ArchiveValue>();
        Flatten(element, "", false, isPersonal, values);
        var record = new ArchiveRecord("MDTO", "", "", [.. values], [], source);
        var name = record.TextOf("naam");
        var (algorithm, expected) = (record.TextOf("checksum/checksumAlgoritme/begripLabel"), record.TextOf("checksum/checksumWaarde"));
        return record with
        {
            Identifier = record.TextOf("identificatie/identificatieKenmerk"),
            Title = name,
            Files = element.Name.LocalName == "bestand" ? [new ArchiveFile(name, algorithm, expected, Checksums.Compare(beside(name), algorithm, expected))] : [],
        };
    }

    private static void Flatten(XElement element, string path, bool personal, Func<string, bool> isPersonal, List<ArchiveValue> values)
    {
        foreach (var child in element.Elements())
        {
            var name = child.Name.LocalName;
            var below = path.Length == 0 ? name : $"{path}/{name}";
            var holdsPerson = personal || isPersonal(name);
            if (child.HasElements)
            {
                Flatten(child, below, holdsPerson, isPersonal, values);
            }
            else
            {
                values.Add(ArchiveRecordReader.Value(below, child.Value, holdsPerson));
            }
        }
    }
}
