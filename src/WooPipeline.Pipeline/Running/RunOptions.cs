namespace WooPipeline.Pipeline;

/// <summary>How a run is done; none of it changes the bytes that come out, but <see cref="Frozen"/> may stop it, and what a document may take sets aside what takes more.</summary>
public sealed record RunOptions
{
    /// <summary>Folder of the dossier.</summary>
    public required string Dossier { get; init; }

    /// <summary>Folder that will hold <c>publicatie/</c> and <c>intern/</c>; <c>uit/</c> in the dossier where empty.</summary>
    public string Out { get; init; } = "";

    /// <summary>Documents done at once; 0 for one a core.</summary>
    public int Jobs { get; init; }

    /// <summary>Also publish the redacted native file of docx and xlsx.</summary>
    public bool Native { get; init; }

    /// <summary>Fail rather than guess where a passage needs a person's decision.</summary>
    public bool Frozen { get; init; }

    /// <summary>Who does the tasks; null for this process itself.</summary>
    public ITaskRunner? Tasks { get; init; }

    /// <summary>How a source that may take the run down is read in a process of its own; null for never.</summary>
    public ApartReading? Apart { get; init; }

    /// <summary>Asks the run to end: it does so after the documents in hand, and what was done is kept for the next.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>The folder that is written.</summary>
    public string OutFolder => Path.GetFullPath(Out.Length > 0 ? Out : Path.Combine(Dossier, "uit"));

    /// <summary>How many documents are done at once.</summary>
    public int Parallelism => Jobs > 0 ? Jobs : Environment.ProcessorCount;
}
