namespace Scriban.Runtime;

/// <summary>Facts about a loop that a template can ask for.</summary>
internal enum LoopMember
{
    Index,
    ReverseIndex,
    First,
    Last,
    Even,
    Odd,
    Changed,
    Length,
    Column,
    ColumnFirst,
    ColumnLast,
}
