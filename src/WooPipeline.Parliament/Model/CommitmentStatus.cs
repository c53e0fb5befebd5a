namespace WooPipeline.Parliament;

/// <summary>How a promise stands.</summary>
public enum CommitmentStatus
{
    /// <summary>Not met yet.</summary>
    Open,

    /// <summary>Met.</summary>
    Fulfilled,

    /// <summary>Met in part.</summary>
    PartlyFulfilled,

    /// <summary>It can't or won't be met, with reasons.</summary>
    Declined,
}
