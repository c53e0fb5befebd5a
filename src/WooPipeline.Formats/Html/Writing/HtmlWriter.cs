using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Html;

/// <summary>
/// Writes a tree as one accessible page (EN 301 549 / WCAG 2.1): language, title, landmarks, headings, scopes of header cells, a spoken
/// text for each mark. Nothing outside the page is referred to but the links of the text; no scripts. The same tree gives the same bytes.
/// </summary>
public static class HtmlWriter
{
    /// <summary>Writes the page as UTF-8.</summary>
    public static void Write(DocumentTree tree, HouseStyle style, HtmlWriteOptions options, Stream output)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(style);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        var body = new HtmlBody(tree);
        body.Write(tree.Blocks);
        body.WriteNotes();
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"").Append(HtmlText.Attribute(options.Language)).Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>").Append(HtmlText.Escape(options.Title)).Append("</title>\n<style>\n")
            .Append(Css(style)).Append("</style>\n</head>\n<body>\n");
        if (style.Organisation.Length > 0)
        {
            page.Append("<header><p>").Append(HtmlText.Escape(style.Organisation)).Append("</p></header>\n");
        }

        page.Append("<main>\n").Append(body.Html).Append("</main>\n</body>\n</html>\n");
        output.Write(Encoding.UTF8.GetBytes(page.ToString()));
    }

    private static string Css(HouseStyle style)
    {
        using var stream = typeof(HtmlWriter).Assembly.GetManifestResourceStream("WooPipeline.Formats.Data.page.css")
            ?? throw new InvalidOperationException("Data/page.css is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Replace("$fonts", string.Concat(style.Fonts.Select(f => "\"" + new string([.. f.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-')]) + "\", ")), StringComparison.Ordinal)
            .Replace("$heading", HtmlText.Color(style.HeadingColor), StringComparison.Ordinal)
            .Replace("$markfill", HtmlText.Color(style.MarkFill), StringComparison.Ordinal)
            .Replace("$marktext", HtmlText.Color(style.MarkText), StringComparison.Ordinal)
            .Replace("$line", style.LineHeight.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
