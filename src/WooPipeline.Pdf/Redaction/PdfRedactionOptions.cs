using System.Collections.Immutable;

namespace WooPipeline.Pdf.Redaction;

/// <summary>How to redact.</summary>
public sealed record PdfRedactionOptions
{
    /// <summary>What becomes of widths.</summary>
    public PdfWidthMode Mode { get; init; } = PdfWidthMode.Safe;

    /// <summary>Grey of the box, 0 black to 1 white.</summary>
    public double BoxGray { get; init; } = 0.75;

    /// <summary>Grey of the code in it.</summary>
    public double CodeGray { get; init; }

    /// <summary>Titles of the outline's items in order, as they may be published; null for an item to drop. Null: drop the outline.</summary>
    public ImmutableArray<string?>? Outline { get; init; }

    /// <summary>Words that were removed anywhere; links and other strings that hold one are dropped.</summary>
    public ImmutableArray<string> RemovedForms { get; init; } = [];

    /// <summary>Words read from scanned pages, to be laid over them as text that isn't drawn.</summary>
    public ImmutableArray<PdfScanWord> ScanWords { get; init; } = [];

    /// <summary>Title for the new properties; null for none.</summary>
    public string? Title { get; init; }

    /// <summary>
    /// What stands on top of each page of a draft; null for what is published. A draft shows all that is marked with a line around it and
    /// the code above, and removes none of it.
    /// </summary>
    public string? DraftStamp { get; init; }

    /// <summary>Language where the file gives none that is fit.</summary>
    public string Language { get; init; } = "nl-NL";
}
