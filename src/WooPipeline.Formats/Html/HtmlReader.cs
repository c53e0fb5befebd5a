using System.Text;
using System.Text.RegularExpressions;
using WooPipeline.Documents;
using WooPipeline.Formats.Text;

namespace WooPipeline.Formats.Html;

/// <summary>Reads web pages saved as a file.</summary>
public sealed partial class HtmlReader : IFormatReader
{
    /// <inheritdoc/>
    public string Format => "html";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Extension is ".html" or ".htm" or ".xhtml")
        {
            return true;
        }

        // Web pages are often saved as doc or xls by the programs of others.
        return file.Extension is "" or ".txt" or ".doc" or ".xls" && Opening().IsMatch(Head(file.Content.Span));
    }

    /// <inheritdoc/>
    public ReadResult Read(SourceFile file, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        var bytes = file.Content.Span;
        var (decoded, problem) = DecodedText.Decode(bytes, Charset().Match(Head(bytes)).Groups["name"].Value);
        if (decoded is null)
        {
            return problem!;
        }

        if (decoded.Text.Length > limits.MaxTextLength)
        {
            return PlainTextReader.TooLong(limits);
        }

        if (IsCutOff(decoded.Text))
        {
            return new Quarantined("afgekapt", "De pagina is afgekapt: het einde ontbreekt. Vraag het bestand opnieuw op bij de bron.");
        }

        if (HtmlDepth.IsTooDeep(decoded.Text))
        {
            return new Quarantined("te-diep", $"De pagina bevat meer dan {HtmlDepth.Most} in elkaar genestelde elementen: zij is beschadigd of kwaadaardig. Maak een PDF van de getoonde pagina.");
        }

        var page = HtmlTree.Parse(decoded.Text, new HtmlTreeOptions { Budget = limits.Budget });
        var blocks = page.Blocks;
        if (blocks.IsEmpty && page.Title.Length == 0)
        {
            return new Quarantined("leeg", "De pagina bevat geen tekst. Mogelijk wordt de inhoud door een script geladen: maak een PDF van de getoonde pagina.");
        }

        // A reader sees the title in the browser's tab; it is shown where the page doesn't repeat it.
        if (page.Title.Length > 0 && !(blocks is [Heading first, ..] && PlainText.Of(first.Content) == page.Title))
        {
            blocks = blocks.Insert(0, new FieldList([new Field("Titel", [new TextRun(page.Title)], "title")]));
        }

        return new DocumentRead(new DocumentTree
        {
            Kind = DocumentKind.Html,
            Title = page.Title,
            Language = page.Language ?? "nl-NL",
            FileName = file.Name,
            Date = WrittenDate.Of(blocks),
            Blocks = blocks,
            Metadata = page.Metadata,
        });
    }

    /// <summary>True where the text ends within a tag or comment, or a page that was opened is never closed.</summary>
    private static bool IsCutOff(string html)
    {
        var end = html.AsSpan().TrimEnd();
        var open = end.LastIndexOf('<');
        if (open >= 0 && end.LastIndexOf('>') < open && open + 1 < end.Length && (char.IsAsciiLetter(end[open + 1]) || end[open + 1] is '/' or '!'))
        {
            return true;
        }

        return end.LastIndexOf("<!--") > end.LastIndexOf("-->") || (Page().IsMatch(html) && !PageEnd().IsMatch(html));
    }

    private static string Head(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 2048)]).Replace("\0", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex("""charset\s*=\s*["']?(?<name>[A-Za-z0-9_.:-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();

    [GeneratedRegex(@"<(?:html|body)\b[^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Page();

    [GeneratedRegex(@"</(?:html|body)\s*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageEnd();
}
