namespace WooPipeline.Privacy;

/// <summary>What stands between two words.</summary>
internal enum Gap : byte
{
    Other,
    Space,
    Hyphen,
    SpacedHyphen,
    Apostrophe,
    Dot,
    DotSpace,
    Comma,
    Line,
    Paragraph,
    OpenParen,
    CloseParen,
    Slash,
    Underscore,
    At,
    Colon,
    Tab,
    Ampersand,
    Semicolon,
}
