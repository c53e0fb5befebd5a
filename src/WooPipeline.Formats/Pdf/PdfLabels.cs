namespace WooPipeline.Formats.Pdf;

/// <summary>Words that the writer itself puts on a page, from <c>Data/pdf-labels.csv</c>.</summary>
/// <param name="Footer">Foot of a page; <c>{0}</c> is its number, <c>{1}</c> the number of pages.</param>
/// <param name="Image">Stands for an image that can't be shown; <c>{0}</c> is its description.</param>
internal sealed record PdfLabels(string Footer, string Image)
{
    private static readonly Lazy<PdfLabels> Loaded = new(Load);

    /// <summary>The Dutch words.</summary>
    public static PdfLabels Dutch => Loaded.Value;

    private static PdfLabels Load()
    {
        using var stream = typeof(PdfLabels).Assembly.GetManifestResourceStream("WooPipeline.Formats.Data.pdf-labels.csv")
            ?? throw new InvalidOperationException("Data/pdf-labels.csv is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var words = reader.ReadToEnd().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Split(';', 2))
            .ToDictionary(c => c[0], c => c[^1], StringComparer.Ordinal);
        return new PdfLabels(words["footer"], words["image"]);
    }
}
