namespace WooPipeline.Formats.Word;

/// <summary>What a written document says about itself.</summary>
public sealed record DocxWriteOptions
{
    /// <summary>Title in the properties; the only property written.</summary>
    public required string Title { get; init; }

    /// <summary>Language, BCP 47.</summary>
    public string Language { get; init; } = "nl-NL";
}
