using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Content;

/// <summary>Which layers are off when the file is opened (§8.11).</summary>
internal sealed class OptionalContent
{
    private readonly PdfFile file;
    private readonly HashSet<PdfDictionary> off = new(ReferenceEqualityComparer.Instance);

    public OptionalContent(PdfFile file)
    {
        this.file = file;
        if (file.Get<PdfDictionary>(file.Catalog, "OCProperties") is not { } properties)
        {
            return;
        }

        var configuration = file.Get<PdfDictionary>(properties, "D") ?? new PdfDictionary();
        if (file.Name(configuration, "BaseState") == "OFF")
        {
            off.UnionWith(Groups(properties["OCGs"]));
            off.ExceptWith(Groups(configuration["ON"]));
        }

        off.UnionWith(Groups(configuration["OFF"]));
    }

    /// <summary>True where a group, or the policy of a membership dictionary, is off.</summary>
    public bool IsOff(PdfObject? value)
    {
        if (off.Count == 0 || file.Resolve(value) is not PdfDictionary dictionary)
        {
            return false;
        }

        if (file.Name(dictionary, "Type") != "OCMD")
        {
            return off.Contains(dictionary);
        }

        var groups = Groups(dictionary["OCGs"]).ToList();
        if (groups.Count == 0)
        {
            return false;
        }

        return file.Name(dictionary, "P") switch
        {
            "AllOn" => groups.Any(off.Contains),
            "AnyOff" => !groups.Any(off.Contains),
            "AllOff" => !groups.All(off.Contains),
            _ => groups.All(off.Contains),
        };
    }

    private IEnumerable<PdfDictionary> Groups(PdfObject? value) => file.Resolve(value) switch
    {
        PdfArray array => array.Select(file.Resolve).OfType<PdfDictionary>(),
        PdfDictionary one => [one],
        _ => [],
    };
}
