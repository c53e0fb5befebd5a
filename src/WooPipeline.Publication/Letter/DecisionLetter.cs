using WooPipeline.Documents;
using WooPipeline.Formats.Pdf;
using WooPipeline.Formats.Word;
using WooPipeline.Templating;

namespace WooPipeline.Publication;

/// <summary>
/// The decision on a Woo request (besluit): its sections, a consideration for each ground that occurs, the articles by number and label,
/// the inventory as annex. Words come from the template <c>besluit</c> and from what people wrote; who asked is never named.
/// </summary>
public static class DecisionLetter
{
    private const string Kind = "besluit";

    /// <summary>The letter as a tree.</summary>
    /// <exception cref="TemplateException">The template or a text can't be used.</exception>
    public static DocumentTree Render(TemplateHost host, PackageInput input, LetterTexts texts)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(texts);
        var tree = MarkdownTree.Parse(host.Render(Kind, DecisionLetterModel.Of(input, texts)));
        return tree with { Title = Title(input.Dossier), Language = input.Dossier.Language, Kind = DocumentKind.Text };
    }

    /// <summary>
    /// Writes <c>publicatie/besluit.pdf</c> and <c>.docx</c> into the staging folder and gives the input with both listed; call it before
    /// <see cref="PackageWriter.Write"/>.
    /// </summary>
    /// <exception cref="TemplateException">The template or a text can't be used.</exception>
    public static PackageInput Write(string staging, PackageInput input, TemplateHost host, LetterTexts texts)
    {
        ArgumentException.ThrowIfNullOrEmpty(staging);
        var tree = Render(host, input, texts);
        var files = new PackageFiles(staging);
        var date = PackageDates.Of(input.Dossier) is { } day ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : (DateTimeOffset?)null;
        var pdf = new PdfWriteOptions { Title = tree.Title, Language = tree.Language, Date = date };
        files.Write("publicatie/besluit.pdf", output => PdfDocumentWriter.Write(tree, input.Dossier.Style, pdf, output));
        var docx = new DocxWriteOptions { Title = tree.Title, Language = tree.Language };
        files.Write("publicatie/besluit.docx", output => DocxWriter.Write(tree, input.Dossier.Style, docx, output));
        var text = TextView.Of(tree).Text;
        RenderedFile[] rendered = [new("besluit.docx", Kind, tree.Title), new("besluit.pdf", Kind, tree.Title)];
        return input with
        {
            Rendered = [.. input.Rendered, .. rendered],
            OwnTexts = [.. input.OwnTexts, .. rendered.Select(r => new OwnText(r.Path, text))],
        };
    }

    private static string Title(PackageDossier dossier) =>
        dossier.Subject.Length > 0 ? $"Besluit op het Woo-verzoek over {dossier.Subject}" : "Besluit op het Woo-verzoek";
}
