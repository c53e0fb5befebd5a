namespace WooPipeline.Pipeline;

/// <summary>How the reading of a source ended.</summary>
internal enum ReadEnd
{
    /// <summary>It was read.</summary>
    Read,

    /// <summary>The process fell over, nobody knows why.</summary>
    Died,

    /// <summary>It took too long.</summary>
    Time,

    /// <summary>It took too much memory.</summary>
    Memory,

    /// <summary>It takes too much memory in the process of the run, and can't be ended there.</summary>
    Starving,

    /// <summary>There is no room for what was read.</summary>
    NotWritten,

    /// <summary>The run was asked to end.</summary>
    Stopped,
}
