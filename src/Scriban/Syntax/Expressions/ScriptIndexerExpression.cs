using System.Collections;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>An item of a list or a member of an object: <c>target[index]</c>.</summary>
public sealed class ScriptIndexerExpression : ScriptExpression, IScriptVariablePath
{
    internal ScriptIndexerExpression(ScriptExpression target, ScriptExpression index)
    {
        Target = target;
        Index = index;
    }

    /// <summary>The list or object.</summary>
    public ScriptExpression Target { get; }

    /// <summary>The index, or the name of the member.</summary>
    public ScriptExpression Index { get; }

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => [Target, Index];

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.CallIfFunction(GetValue(context), this);
    }

    /// <inheritdoc />
    public object? GetValue(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        StackGuard.Check(this);
        var target = Target.Evaluate(context);
        if (target is null)
        {
            return context.EnableRelaxedTargetAccess ? null : throw NullTarget();
        }

        var index = Index.Evaluate(context);
        if (index is null)
        {
            return context.EnableNullIndexer ? null : throw NullIndex();
        }

        if (ListOf(context, target, index) is { } list)
        {
            var i = Position(context, index, list, target);
            var inside = i >= 0 && i < list.GetLength(context, Span, target);
            return inside || context.EnableRelaxedIndexerAccess
                ? inside ? list.GetValue(context, Span, target, i) : null
                : throw new ScriptRuntimeException(Index.Span, $"The index {i} is out of bounds [0, {list.GetLength(context, Span, target)}] for `{Target}`");
        }

        var name = context.ObjectToString(index);
        return context.TryGetMemberValue(Span, target, name, out var value) || context.EnableRelaxedMemberAccess
            ? value
            : throw new ScriptRuntimeException(Index.Span, $"Cannot access the member `{name}` of `{Target}`.");
    }

    /// <inheritdoc />
    public void SetValue(TemplateContext context, object? valueToSet)
    {
        ArgumentNullException.ThrowIfNull(context);
        var target = Target.Evaluate(context) ?? throw NullTarget();
        var index = Index.Evaluate(context) ?? throw NullIndex();
        if (ListOf(context, target, index) is { } list)
        {
            var i = Position(context, index, list, target);
            if (i >= 0)
            {
                context.CheckItems(Index.Span, i);
                list.SetValue(context, Span, target, i, valueToSet);
            }

            return;
        }

        var name = context.ObjectToString(index);
        if (!context.GetMemberAccessor(target).TrySetValue(context, Span, target, name, valueToSet))
        {
            throw new ScriptRuntimeException(Index.Span, $"Cannot set a value for the readonly member `{name}` in the indexer: {Target}['{name}']");
        }
    }

    /// <inheritdoc />
    public override string ToString() => $"{Target}[{Index}]";

    private static IListAccessor? ListOf(TemplateContext context, object target, object index) =>
        target is IDictionary || index is string ? null : context.GetListAccessor(target);

    private int Position(TemplateContext context, object index, IListAccessor list, object target)
    {
        var i = context.ToInt(Index.Span, index);
        return i < 0 ? i + list.GetLength(context, Span, target) : i;
    }

    private ScriptRuntimeException NullTarget() => new(Target.Span, $"Object `{Target}` is null. Cannot access indexer: {this}");

    private ScriptRuntimeException NullIndex() => new(Index.Span, $"Cannot access target `{Target}` with a null indexer: {this}");
}
