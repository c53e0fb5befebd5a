using System.Text.RegularExpressions;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Text;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Writes the catalog and what hangs on it: new properties, outline, page labels, output intent.</summary>
internal sealed partial class CatalogBuilder(PdfFile file, PdfObjectStore store, ObjectCopier objects, PdfRedactionOptions options)
{
    private const string DefaultTitle = "Document";
    private static readonly string[] Conditions = ["sRGB", "sRGB IEC61966-2.1", "FOGRA39", "FOGRA51", "FOGRA27", "CGATS TR 001", "Coated FOGRA39 (ISO 12647-2:2004)"];

    public (PdfReference Catalog, PdfReference? Information) Build(PdfReference pages, PdfReference? structure, OutlineCopier outlines)
    {
        var catalog = new PdfDictionary { { "Type", "Catalog" }, { "Pages", pages } };
        var language = Language();
        catalog["Lang"] = PdfString.OfText(language);
        if (structure is not null)
        {
            catalog["StructTreeRoot"] = structure;
            catalog["MarkInfo"] = new PdfDictionary { { "Marked", PdfBoolean.Of(IsMarked()) } };
        }

        if (file.Get<PdfDictionary>(file.Catalog, "ViewerPreferences") is { } preferences)
        {
            catalog["ViewerPreferences"] = objects.Entries(preferences, "viewer");
        }

        catalog["PageLabels"] = Labels();
        catalog["OutputIntents"] = Intents();
        if (options.Outline is { } titles && outlines.Copy(titles) is { } outline)
        {
            catalog["Outlines"] = outline;
            catalog["PageMode"] = new PdfName("UseOutlines");
        }

        var title = options.Title ?? (structure is null ? "" : DefaultTitle);
        catalog["Metadata"] = store.Add(XmpWriter.Write(file, title, language));
        PdfReference? information = title.Length > 0 ? store.Add(new PdfDictionary { { "Title", PdfString.OfText(title) } }) : null;
        return (store.Add(catalog), information);
    }

    private bool IsMarked() => file.Get<PdfDictionary>(file.Catalog, "MarkInfo") is { } info && file.Resolve(info["Marked"]) is PdfBoolean { Value: true };

    private string Language()
    {
        var given = file.Get<PdfString>(file.Catalog, "Lang") is { } lang ? PdfTextString.Decode(lang) : "";
        return LanguageTag().IsMatch(given) ? given : LanguageTag().IsMatch(options.Language) ? options.Language : "nl-NL";
    }

    /// <summary>Page numbers as the file shows them, without prefixes.</summary>
    private PdfDictionary? Labels()
    {
        if (file.Get<PdfDictionary>(file.Catalog, "PageLabels") is not { } labels || file.Get<PdfArray>(labels, "Nums") is not { } pairs)
        {
            return null;
        }

        var kept = new PdfArray();
        for (var i = 0; i + 1 < pairs.Count; i += 2)
        {
            if (file.Resolve(pairs[i]) is PdfInteger page && file.Resolve(pairs[i + 1]) is PdfDictionary label)
            {
                var copy = new PdfDictionary();
                copy["S"] = file.Name(label, "S") is "D" or "R" or "r" or "A" or "a" ? file.Resolve(label["S"]) : null;
                copy["St"] = file.Resolve(label["St"]) is PdfInteger start ? start : null;
                kept.Add(page);
                kept.Add(copy);
            }
        }

        return kept.Count > 0 ? new PdfDictionary { { "Nums", kept } } : null;
    }

    private PdfArray? Intents()
    {
        var kept = new PdfArray();
        foreach (var intent in (file.Get<PdfArray>(file.Catalog, "OutputIntents") ?? []).Select(file.Resolve).OfType<PdfDictionary>())
        {
            if (file.Name(intent, "S") is not ("GTS_PDFA1" or "GTS_PDFX" or "ISO_PDFE1") || file.Get<PdfStream>(intent, "DestOutputProfile") is not { } profile)
            {
                continue;
            }

            var condition = file.Get<PdfString>(intent, "OutputConditionIdentifier") is { } id ? PdfTextString.Decode(id) : "";
            kept.Add(new PdfDictionary
            {
                { "Type", "OutputIntent" },
                { "S", file.Name(intent, "S")! },
                { "OutputConditionIdentifier", PdfString.OfText(Conditions.Contains(condition) ? condition : "Custom") },
                { "Info", PdfString.OfText(Conditions.Contains(condition) ? condition : "Custom") },
                { "DestOutputProfile", objects.Profile(profile) },
            });
        }

        return kept.Count > 0 ? kept : null;
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?$")]
    private static partial Regex LanguageTag();
}
