namespace WooPipeline.Formats.Rtf;

/// <summary>What a piece of RTF is.</summary>
internal enum RtfTokenKind
{
    Open,
    Close,
    Word,
    Symbol,
    Byte,
    End,
}

/// <summary>A piece of RTF (RTF 1.9.1, contents of an RTF file).</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Word">The control word; empty else.</param>
/// <param name="Number">The word's number; null where it has none.</param>
/// <param name="Value">The byte, or the character of a control symbol.</param>
internal readonly record struct RtfToken(RtfTokenKind Kind, string Word = "", int? Number = null, byte Value = 0);
