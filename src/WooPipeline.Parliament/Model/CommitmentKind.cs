namespace WooPipeline.Parliament;

/// <summary>What kind of promise.</summary>
public enum CommitmentKind
{
    /// <summary>Not said.</summary>
    Unspecified,

    /// <summary>To do something by a day.</summary>
    Deadline,

    /// <summary>To supply something.</summary>
    Supply,

    /// <summary>To find something out.</summary>
    Investigate,

    /// <summary>To explain something.</summary>
    Explain,

    /// <summary>To share a document.</summary>
    Share,
}
