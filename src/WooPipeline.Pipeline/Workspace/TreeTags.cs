namespace WooPipeline.Pipeline;

/// <summary>What kind of block follows in a stored tree. Values are kept; new ones are added at the end.</summary>
internal enum BlockTag : byte
{
    Heading = 1,
    Paragraph = 2,
    List = 3,
    Table = 4,
    Fields = 5,
    Image = 6,
    PageBreak = 7,
    Rule = 8,
    Section = 9,
}

/// <summary>What kind of inline follows in a stored tree.</summary>
internal enum InlineTag : byte
{
    Run = 1,
    LineBreak = 2,
    Link = 3,
    Note = 4,
    Page = 5,
    Image = 6,
    Mark = 7,
}
