namespace Scriban.Parsing;

/// <summary>What ended a block of statements.</summary>
internal enum BlockEnd
{
    Eof,
    End,
    Else,
    When,
}
