using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Formats.Pdf;
using WooPipeline.Templating;

namespace WooPipeline.Pipeline;

/// <summary>The formats of the house with Markdown, whose reader lives in the templating room.</summary>
internal static class Catalogs
{
    public static FormatCatalog WithMarkdown() =>
        FormatCatalog.Default with { Readers = [new MarkdownReader(), .. FormatCatalog.Default.Readers] };

    /// <summary>The same with the settings of a dossier.</summary>
    public static FormatCatalog For(DossierSettings settings)
    {
        var catalog = WithMarkdown();
        return catalog with { Redactors = [.. catalog.Redactors.Select(r => r is PdfNativeRedactor ? new PdfNativeRedactor(settings.WidthMode) : r)] };
    }

    private sealed class MarkdownReader : IFormatReader
    {
        public string Format => "Markdown";

        public bool Recognises(SourceFile file) => file.Extension is ".md" or ".markdown";

        public ReadResult Read(SourceFile file, ReadLimits limits)
        {
            var text = System.Text.Encoding.UTF8.GetString(file.Content.Span);
            return text.Length > limits.MaxTextLength || text.Contains('\0', StringComparison.Ordinal)
                ? new Quarantined("beschadigd", "Dit is geen leesbare tekst. Sla het bestand opnieuw op als UTF-8.")
                : new DocumentRead(MarkdownTree.Parse(text) with { Kind = DocumentKind.Text, FileName = file.Name });
        }
    }
}
