namespace Scriban.Runtime;

/// <summary>Kinds of loop.</summary>
internal enum LoopKind
{
    For,
    While,
    TableRow,
}
