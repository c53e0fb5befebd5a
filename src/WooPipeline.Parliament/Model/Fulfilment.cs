namespace WooPipeline.Parliament;

/// <summary>One way in which a promise was met.</summary>
public sealed record Fulfilment
{
    /// <summary>What was done.</summary>
    public required FulfilmentKind Kind { get; init; }

    /// <summary>The question whose answer holds it; null where none.</summary>
    public int? Question { get; init; }

    /// <summary>The table that was added, by name; null where none.</summary>
    public string? Table { get; init; }

    /// <summary>Pages as stated by hand, for a document that isn't in the dossier; empty where they are computed.</summary>
    public string StatedPages { get; init; } = "";

    /// <summary>What was added, word for word; empty where nothing is quoted.</summary>
    public string Quote { get; init; } = "";

    /// <summary>What is said about it, in Markdown.</summary>
    public string Explanation { get; init; } = "";

    /// <summary>The whole line as the writer wants it, in Markdown with <c>{{ hier.pagina }}</c>; empty for the house's own wording.</summary>
    public string Wording { get; init; } = "";

    /// <summary>Document number of the letter that did it; empty where none.</summary>
    public string Letter { get; init; } = "";

    /// <summary>Where it was read.</summary>
    public required Provenance Source { get; init; }
}
