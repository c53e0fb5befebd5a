namespace WooPipeline.Parliament;

/// <summary>How an inquiry stands with a respondent.</summary>
public enum InquiryState
{
    /// <summary>Asked, the answer may still come.</summary>
    Open,

    /// <summary>Answered.</summary>
    Replied,

    /// <summary>Answered in part.</summary>
    Partial,

    /// <summary>Asked, no answer.</summary>
    NoReply,

    /// <summary>Not asked.</summary>
    NotAsked,
}
