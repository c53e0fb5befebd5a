using WooPipeline.Pipeline;

namespace WooPipeline.Review;

/// <summary>How the review app is started.</summary>
public sealed record ReviewOptions
{
    /// <summary>Folder of the dossier.</summary>
    public required string Dossier { get; init; }

    /// <summary>Folder that a publication from the app is written to; <c>uit/</c> in the dossier where empty.</summary>
    public string Out { get; init; } = "";

    /// <summary>Port on the loopback address; 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>Who reviews; the account's name where empty.</summary>
    public string Reviewer { get; init; } = "";

    /// <summary>Documents done at once while the dossier is read; 0 for one a core.</summary>
    public int Jobs { get; init; }

    /// <summary>How a source that may take the server down is read in a process of its own; null for never.</summary>
    public ApartReading? Apart { get; init; }

    /// <summary>Draw PDF pages from our own glyph model although pdf.js is there; for tests.</summary>
    internal bool WithoutPdfJs { get; init; }
}
