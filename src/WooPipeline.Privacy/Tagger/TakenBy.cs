namespace WooPipeline.Privacy;

/// <summary>What the rules did with a word.</summary>
internal enum TakenBy : byte
{
    Nothing,

    /// <summary>A name by less than a header, a signature or a confirmed person's full name.</summary>
    Weak,
    Strong,

    /// <summary>A name that stays, of somebody public.</summary>
    Public,

    /// <summary>No word: before the first or after the last.</summary>
    Outside,
}
