using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>A fact about the loop around it: <c>for.index</c>, <c>while.first</c>, <c>tablerow.col</c>.</summary>
public sealed class ScriptVariableLoop : ScriptVariable
{
    private readonly LoopKind _kind;
    private readonly LoopMember _member;

    internal ScriptVariableLoop(string name, LoopKind kind, LoopMember member)
        : base(name)
    {
        _kind = kind;
        _member = member;
    }

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context) => GetValue(context);

    /// <inheritdoc />
    public override object? GetValue(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var loop = context.FindLoop(_kind)
            ?? throw new ScriptRuntimeException(Span, $"Invalid usage of the loop variable `{Name}` outside a loop");
        return loop.Get(_member, context, Span);
    }

    /// <inheritdoc />
    public override void SetValue(TemplateContext context, object? valueToSet) =>
        throw new ScriptRuntimeException(Span, $"Cannot set the loop variable `{Name}`");

    /// <inheritdoc />
    public override string ToString() => Name;
}
