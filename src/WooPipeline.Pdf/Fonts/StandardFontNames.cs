namespace WooPipeline.Pdf.Fonts;

/// <summary>Finds the standard font (§9.6.2.2) whose widths a font name stands for, common other names included.</summary>
internal static class StandardFontNames
{
    /// <summary>The standard font: <c>Helvetica-Bold</c>, <c>Courier</c>, …; null for another font.</summary>
    public static string? Find(string name)
    {
        var plain = name.Replace(" ", "", StringComparison.Ordinal);
        var bold = plain.Contains("Bold", StringComparison.OrdinalIgnoreCase);
        var slanted = plain.Contains("Italic", StringComparison.OrdinalIgnoreCase) || plain.Contains("Oblique", StringComparison.OrdinalIgnoreCase);
        if (Starts(plain, "Helvetica") || Starts(plain, "Arial"))
        {
            return bold ? "Helvetica-Bold" : "Helvetica";
        }

        if (Starts(plain, "Times"))
        {
            return bold && slanted ? "Times-BoldItalic" : bold ? "Times-Bold" : slanted ? "Times-Italic" : "Times-Roman";
        }

        return Starts(plain, "Courier") ? "Courier" : plain == "Symbol" ? "Symbol" : plain == "ZapfDingbats" ? "ZapfDingbats" : null;
    }

    private static bool Starts(string name, string start) => name.StartsWith(start, StringComparison.OrdinalIgnoreCase);
}
