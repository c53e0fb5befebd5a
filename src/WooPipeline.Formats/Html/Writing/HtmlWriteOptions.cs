namespace WooPipeline.Formats.Html;

/// <summary>What a written page says about itself.</summary>
public sealed record HtmlWriteOptions
{
    /// <summary>Title of the page, shown in the browser's tab.</summary>
    public required string Title { get; init; }

    /// <summary>Language, BCP 47.</summary>
    public string Language { get; init; } = "nl";
}
