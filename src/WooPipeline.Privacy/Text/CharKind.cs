namespace WooPipeline.Privacy;

/// <summary>What a character is to the tokeniser.</summary>
internal enum CharKind : byte
{
    Symbol,
    Space,
    Break,
    Upper,
    Lower,
    Digit,

    /// <summary>Combining marks, soft hyphens, zero-width and direction characters: part of a word, without a letter of their own.</summary>
    Invisible,
}
