namespace Scriban.Runtime;

/// <summary>The names of <see cref="LoopMember"/>s in templates.</summary>
internal static class LoopMembers
{
    public static LoopKind? KindOf(string name) => name switch
    {
        "for" => LoopKind.For,
        "while" => LoopKind.While,
        "tablerow" => LoopKind.TableRow,
        _ => null,
    };

    public static LoopMember? Find(LoopKind kind, string name) => name switch
    {
        "index" or "index0" => LoopMember.Index,
        "first" => LoopMember.First,
        "even" => LoopMember.Even,
        "odd" => LoopMember.Odd,
        _ when kind == LoopKind.While => null,
        "rindex" or "rindex0" => LoopMember.ReverseIndex,
        "last" => LoopMember.Last,
        "changed" => LoopMember.Changed,
        "length" => LoopMember.Length,
        _ when kind == LoopKind.For => null,
        "col" or "col0" => LoopMember.Column,
        "col_first" => LoopMember.ColumnFirst,
        "col_last" => LoopMember.ColumnLast,
        _ => null,
    };
}
