using System.Collections.Immutable;

namespace WooPipeline.Formats.Pdf;

/// <summary>What a PDF says of itself and on each page.</summary>
public sealed record PdfWriteOptions
{
    /// <summary>The document's title; shown in the window's bar and in its properties.</summary>
    public required string Title { get; init; }

    /// <summary>Number shown top right of each page; null for none.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>Date for its properties; absent where null. Never the clock.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Language, BCP 47.</summary>
    public string Language { get; init; } = "nl-NL";
}

/// <summary>What writing a PDF gave.</summary>
public sealed record PdfWriteReport
{
    /// <summary>Number of pages.</summary>
    public required int Pages { get; init; }

    /// <summary>Page of each block with an anchor, one based.</summary>
    public required ImmutableDictionary<string, int> AnchorPages { get; init; }

    /// <summary>Page on which each block with an anchor ends, one based.</summary>
    public ImmutableDictionary<string, int> EndPages { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Page of each redaction mark, one based, in the order in which they stand.</summary>
    public ImmutableArray<int> MarkPages { get; init; } = [];

    /// <summary>Both: the page of an anchor under its name, that of its block's end under the name with <c>/eind</c> behind it.</summary>
    public IReadOnlyDictionary<string, int> Places => AnchorPages.AddRange(EndPages.Select(e => KeyValuePair.Create(e.Key + "/eind", e.Value)));

    /// <summary>What could not be shown as it was asked for: characters without a glyph, images that can't be read, links without a target.</summary>
    public required ImmutableArray<Deviation> Deviations { get; init; }
}
