namespace WooPipeline.Privacy;

/// <summary>
/// Who may have something to look at in a word, a bit each. Told once when a text is cut (<see cref="Triggers"/>), so that each recogniser walks from
/// one of its own words to the next. A bit may stand where nothing comes of it, never fail to stand where something could.
/// </summary>
[Flags]
internal enum Trigger : uint
{
    None = 0,

    /// <summary>A word, code or number of a room.</summary>
    Room = 1U << 0,

    /// <summary>A street by its ending or kind, a number, a word with a capital.</summary>
    Address = 1U << 1,

    /// <summary>A word that announces a secret or a document, a number, or a word behind a sign.</summary>
    Cue = 1U << 2,

    /// <summary>What follows a sign, or holds a digit.</summary>
    UserId = 1U << 3,

    /// <summary>What follows a comma or a bracket, opens a quote, or introduces a name.</summary>
    Apposition = 1U << 4,

    /// <summary>A number, or a word for a birth or a relative.</summary>
    Birth = 1U << 5,

    /// <summary>A digit.</summary>
    Digit = 1U << 6,

    /// <summary>Written as initials are, or behind an underscore.</summary>
    Initials = 1U << 7,

    /// <summary>Behind a slash.</summary>
    Slash = 1U << 8,

    /// <summary>May open a sentence: behind a full stop or another sign, or at the head of a paragraph.</summary>
    Sentence = 1U << 9,

    /// <summary>A legal form or a kind of ship.</summary>
    Firm = 1U << 10,

    /// <summary>A word for an organisation, by the lists or by its ending.</summary>
    Organisation = 1U << 11,

    /// <summary>A capital.</summary>
    Capital = 1U << 12,

    /// <summary>Written so that it can be a code, hide a name, or be a name mistyped; see <see cref="FormJudge.MayHideName"/>.</summary>
    Written = 1U << 14,

    /// <summary>A word that German has.</summary>
    German = 1U << 15,

    /// <summary>Behind a sign that has no meaning of its own.</summary>
    Sign = 1U << 13,
}
