using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>Where a running loop is.</summary>
internal sealed class LoopState(LoopKind kind, LoopSource source, LoopSettings settings)
{
    private object? _before;

    public LoopKind Kind => kind;

    public bool IsQuery => source.IsQuery;

    public int Index { get; private set; } = -1;

    public object? Value { get; private set; }

    public int Columns => settings.Columns;

    public int Column => settings.Columns > 0 ? Index % settings.Columns : 0;

    /// <summary>Counts a step of a loop without items.</summary>
    public void Count() => Index++;

    public bool MoveNext(TemplateContext context, SourceSpan span)
    {
        if (!TryItem(context, span, Index + 1, out var item))
        {
            return false;
        }

        Index++;
        _before = Value;
        Value = item;
        return true;
    }

    /// <summary>Gives the variable of the loop another value until the next step.</summary>
    public void Overwrite(object? value) => Value = value;

    public object Get(LoopMember member, TemplateContext context, SourceSpan span) => member switch
    {
        LoopMember.Index => Index,
        LoopMember.ReverseIndex => Length(context, span) - Index - 1,
        LoopMember.First => Index == 0,
        LoopMember.Last => IsLast(context, span),
        LoopMember.Even => (Index & 1) == 0,
        LoopMember.Odd => (Index & 1) != 0,
        LoopMember.Changed => Index == 0 || !Equals(_before, Value),
        LoopMember.Length => Length(context, span),
        LoopMember.Column => Column,
        LoopMember.ColumnFirst => Column == 0,
        _ => Column == settings.Columns - 1,
    };

    private bool IsLast(TemplateContext context, SourceSpan span) => !TryItem(context, span, Index + 1, out _);

    private int Length(TemplateContext context, SourceSpan span) =>
        Math.Min(settings.Limit, Math.Max(0, source.Count(context, span) - settings.Offset));

    private bool TryItem(TemplateContext context, SourceSpan span, int index, out object? item)
    {
        if (!settings.IsReversed)
        {
            item = null;
            return index < settings.Limit && source.TryGet(context, span, settings.Offset + index, out item);
        }

        var length = Length(context, span);
        item = null;
        return index < length && source.TryGet(context, span, settings.Offset + length - 1 - index, out item);
    }
}
