namespace WooPipeline.Publication;

/// <summary>How a source ends. Every source and every member of a container has exactly one; names in <c>Data/states.csv</c>.</summary>
public enum DocumentState
{
    /// <summary>Published whole.</summary>
    Public,

    /// <summary>Published with passages removed.</summary>
    PartlyPublic,

    /// <summary>Not published, on a ground.</summary>
    Withheld,

    /// <summary>Published before, elsewhere.</summary>
    AlreadyPublic,

    /// <summary>The same as another document.</summary>
    Duplicate,

    /// <summary>Outside what was asked for.</summary>
    OutOfScope,

    /// <summary>Not readable; a person must look at it.</summary>
    Quarantined,
}
