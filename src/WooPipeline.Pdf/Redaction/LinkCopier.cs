using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Keeps the links that are safe: to places in the file, and to web addresses that share no word with what was removed and lie under no box.</summary>
internal sealed class LinkCopier(PdfFile file, ObjectCopier objects, Destinations destinations, PdfRedactionOptions options)
{
    private readonly string[] forms = [.. options.RemovedForms.Select(Fold).Where(f => f.Length > 2).Distinct()];

    public PdfArray Copy(PdfPage page, PagePlan plan, PdfReference newPage, StructuredLinks ties)
    {
        var kept = new PdfArray();
        foreach (var value in file.Resolve(page["Annots"]) as PdfArray ?? [])
        {
            if (file.Resolve(value) is PdfDictionary link && file.Name(link, "Subtype") == "Link" && Box.Of(file.Numbers(link["Rect"], 4)) is { } area && Copy(link, area, plan, newPage) is { } copy)
            {
                kept.Add(ties.Keep(link, copy));
            }
        }

        return kept;
    }

    private PdfDictionary? Copy(PdfDictionary link, Box area, PagePlan plan, PdfReference page)
    {
        // A border is as wide as what was removed: it stays only where that width is shown anyway, and leads nowhere.
        var isMarked = plan.Regions.Exists(r => r.Removed.Overlaps(area));
        if (isMarked && (options.Mode != PdfWidthMode.KeepLayout || !HasBorder(link) || plan.Regions.Exists(r => r.IsArea && r.Removed.Overlaps(area))))
        {
            return null;
        }

        var copy = new PdfDictionary
        {
            { "Type", "Annot" },
            { "Subtype", "Link" },
            { "Rect", PdfArray.OfNumbers(area.Left, area.Bottom, area.Right, area.Top) },
            { "F", 4 },
            { "P", page },
        };
        foreach (var (key, value) in objects.Entries(link, "link"))
        {
            copy[key] = value;
        }

        if (isMarked)
        {
            return copy;
        }

        if (destinations.Of(link) is { } place)
        {
            copy["Dest"] = place;
            return copy;
        }

        if (Address(link) is not { } address)
        {
            return HasBorder(link) ? copy : null; // leads nowhere any more, but what is drawn of it stays
        }

        copy["A"] = new PdfDictionary { { "S", "URI" }, { "URI", new PdfString(System.Text.Encoding.ASCII.GetBytes(address)) } };
        return copy;
    }

    private bool HasBorder(PdfDictionary link) =>
        (file.Get<PdfDictionary>(link, "BS") is { } style ? file.Number(style, "W", 1) : file.Numbers(link["Border"], 3) is { } border ? border[2] : 1) > 0;

    private string? Address(PdfDictionary link)
    {
        if (file.Get<PdfDictionary>(link, "A") is not { } action || file.Name(action, "S") != "URI" || file.Get<PdfString>(action, "URI") is not { } text)
        {
            return null;
        }

        var said = PdfTextString.Decode(text);
        if (!Uri.TryCreate(said, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0)
        {
            return null;
        }

        var folded = Fold(Uri.UnescapeDataString(said));
        return forms.Any(f => folded.Contains(f, StringComparison.Ordinal)) ? null : uri.AbsoluteUri;
    }

    /// <summary>Letters and digits only, in lower case and without accents.</summary>
    private static string Fold(string text) =>
        string.Concat(UnicodeForms.Compatible(text).Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
