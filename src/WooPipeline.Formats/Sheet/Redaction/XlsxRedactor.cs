using System.Xml.Linq;
using WooPipeline.Documents;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Sheet;

/// <summary>
/// Takes passages out of a workbook and keeps its look. Formulas become values; hidden sheets go, hidden rows and columns are emptied; pivot
/// caches, links, lists, comments, names, macros and properties go. Fails closed: the result is read again and must show exactly the rest,
/// and no removed word may stand in any part.
/// </summary>
public sealed class XlsxRedactor : INativeRedactor
{
    private static readonly XNamespace S = OfficeNames.Sheet;
    private readonly XlsxReader reader = new();

    /// <inheritdoc/>
    public bool Handles(SourceFile file) => reader.Recognises(file);

    /// <inheritdoc/>
    public NativeRedaction Redact(SourceFile file, DocumentTree tree, IReadOnlyList<Documents.Redaction> redactions, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(redactions);
        ArgumentNullException.ThrowIfNull(limits);
        try
        {
            var timed = limits.Started();
            using var package = OfficePackage.Open(file.Content, timed);
            return Redact(SheetContent.Open(file, package), tree, redactions, timed);
        }
        catch (OfficeException e)
        {
            return new NativeRedaction(default, e.Problem);
        }
        catch (ReadTimeException)
        {
            return new NativeRedaction(default, ReadBudget.Exceeded(limits));
        }
    }

    private static NativeRedaction Redact(SheetContent content, DocumentTree tree, IReadOnlyList<Documents.Redaction> redactions, ReadLimits limits)
    {
        var view = TextView.Of(content.Tree);
        if (!string.Equals(view.Text, TextView.Of(tree).Text, StringComparison.Ordinal))
        {
            return Failed("bron-gewijzigd", "De werkmap is sinds het lezen veranderd. Lees het dossier opnieuw in.");
        }

        if (content.Pages.All(p => p.IsHidden || p.Part is null))
        {
            return Failed("niet-zichtbaar", "Alle werkbladen zijn verborgen: er is niets om openbaar te maken. Beoordeel de werkmap met de hand.");
        }

        var plan = NativePlan.Of(view, redactions, content.Natives, LineOf);
        var removed = RemovedWords.Of(view, redactions, plan.Expected);
        Describe(content, view, redactions);
        var links = DroppedLinks(content, view, redactions, plan);
        var oldNames = content.Pages.ToDictionary(p => p, p => p.Name);
        DropUnknownStyles(content);
        new SheetEditor(content.Package.Related(content.Main, "styles")?.Xml).Apply(plan);
        NameSheets(content);
        var builder = new SheetPackageBuilder(content, new SheetScrubber(content, links, removed), removed, oldNames);
        var bytes = builder.Build();
        if (builder.Leak is not null)
        {
            return Failed("niet-verwijderd", "Een weg te halen woord staat nog ergens in de werkmap. Gebruik de PDF of beoordeel het met de hand.", builder.Leak);
        }

        return Shows(bytes, plan.Expected, limits)
            ? new NativeRedaction(bytes)
            : Failed("niet-aangetoond", "Niet aantoonbaar is dat de bewerkte werkmap precies de rest van de inhoud bevat. Gebruik de PDF.");
    }

    /// <summary>A cell with a style that isn't there would take that of a marked cell, once those are added.</summary>
    private static void DropUnknownStyles(SheetContent content)
    {
        var styles = content.Package.Related(content.Main, "styles")?.Xml.Element(S + "cellXfs")?.Elements(S + "xf").Count() ?? 0;
        foreach (var cell in content.Pages.Where(p => p.Part is not null).SelectMany(p => p.Part!.Xml.Descendants(S + "c")))
        {
            if ((string?)cell.Attribute("s") is { } style && !(int.TryParse(style, out var index) && index < styles))
            {
                cell.SetAttributeValue("s", null);
            }
        }
    }

    /// <summary>Names with a mark in them must still be names of sheets, all different.</summary>
    private static void NameSheets(SheetContent content)
    {
        var shown = content.Pages.Where(p => !p.IsHidden && p.Part is not null).ToList();
        foreach (var (page, name) in shown.Zip(SheetNames.Of(shown.Select(p => p.Name))))
        {
            page.Declaration.SetAttributeValue("name", name);
        }
    }

    private static object LineOf(NativeText piece) =>
        piece.Element.Ancestors().FirstOrDefault(e => e.Name.LocalName == "p") ?? piece.Element;

    private static void Describe(SheetContent content, TextView view, IReadOnlyList<Documents.Redaction> redactions)
    {
        var images = TreeOrder.Of(content.Tree).Images;
        foreach (var holder in TouchedTails.Of(view, ZoneKind.AlternativeText, redactions).Select(i => content.Images[images[i]]))
        {
            holder.DescendantsAndSelf().Attributes().Where(a => a.Name.LocalName is "descr" or "title").Remove();
        }
    }

    /// <summary>Links that don't lead to a public page, and those of which the target or the cell is touched.</summary>
    private static HashSet<XElement> DroppedLinks(SheetContent content, TextView view, IReadOnlyList<Documents.Redaction> redactions, NativePlan plan)
    {
        var touched = TouchedTails.Of(view, ZoneKind.LinkTarget, redactions);
        var cells = plan.Pieces.Where(p => p.Piece.Element.Name == S + "c").Select(p => (Root(p.Piece.Element), (string?)p.Piece.Element.Attribute("r"))).ToHashSet();
        return [.. TreeOrder.Of(content.Tree).Links
            .Where((link, i) => touched.Contains(i)
                || !TouchedTails.IsPublic(link.Target)
                || cells.Contains((Root(content.Links[link]), (string?)content.Links[link].Attribute("ref"))))
            .Select(l => content.Links[l])];
    }

    private static XElement Root(XElement element) => element.AncestorsAndSelf().Last();

    private static bool Shows(byte[] bytes, string expected, ReadLimits limits)
    {
        using var package = OfficePackage.Open(bytes, limits);
        var again = SheetContent.Open(new SourceFile("a.xlsx", bytes), package);
        return string.Equals(NativePlan.Visible(TextView.Of(again.Tree), again.Natives), expected, StringComparison.Ordinal);
    }

    private static NativeRedaction Failed(string code, string reason, string? place = null) => new(default, new Quarantined(code, reason) { Place = place });
}
