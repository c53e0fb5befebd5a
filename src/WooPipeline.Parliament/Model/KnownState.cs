namespace WooPipeline.Parliament;

/// <summary>What is known of a yes-or-no fact. Only <see cref="No"/> means no.</summary>
public enum KnownState
{
    /// <summary>Nobody filled it in.</summary>
    Missing,

    /// <summary>It was looked into without a result.</summary>
    Unknown,

    /// <summary>The question was not put to who could answer it.</summary>
    NotAsked,

    /// <summary>The question was put and stayed without an answer.</summary>
    NoReply,

    /// <summary>The fact can't apply.</summary>
    NotApplicable,

    /// <summary>Known, and not given.</summary>
    Withheld,

    /// <summary>Established that it is so.</summary>
    Yes,

    /// <summary>Established that it is not so.</summary>
    No,
}
