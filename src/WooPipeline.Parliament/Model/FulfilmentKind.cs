namespace WooPipeline.Parliament;

/// <summary>What was done about a promise.</summary>
public enum FulfilmentKind
{
    /// <summary>A table was added.</summary>
    TableAdded,

    /// <summary>An answer speaks of it.</summary>
    MentionedIn,

    /// <summary>Words were added to an answer.</summary>
    TextAdded,

    /// <summary>An earlier paper is pointed at.</summary>
    Referred,

    /// <summary>It is explained here.</summary>
    Explained,

    /// <summary>It isn't done, with reasons.</summary>
    Declined,
}
