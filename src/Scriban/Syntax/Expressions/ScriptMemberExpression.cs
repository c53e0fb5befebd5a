using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>A member of an object: <c>target.member</c> or <c>target?.member</c>.</summary>
public sealed class ScriptMemberExpression : ScriptExpression, IScriptVariablePath
{
    internal ScriptMemberExpression(ScriptExpression target, ScriptVariable member, bool isOptional)
    {
        Target = target;
        Member = member;
        IsOptional = isOptional;
    }

    /// <summary>The object.</summary>
    public ScriptExpression Target { get; }

    /// <summary>The member; its name only, it is not looked up as a variable.</summary>
    public ScriptVariable Member { get; }

    /// <summary>Whether it was written with <c>?.</c>, so a missing object gives null.</summary>
    public bool IsOptional { get; }

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => [Target, Member];

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
            return IsOptional || context.EnableRelaxedTargetAccess
                ? null
                : throw new ScriptRuntimeException(Member.Span, $"Cannot get the member {this} for a null object.");
        }

        return context.TryGetMemberValue(Span, target, Member.Name, out var value) || context.EnableRelaxedMemberAccess || IsOptional
            ? value
            : throw new ScriptRuntimeException(Member.Span, $"Cannot get member with name {Member.Name}.");
    }

    /// <inheritdoc />
    public void SetValue(TemplateContext context, object? valueToSet)
    {
        ArgumentNullException.ThrowIfNull(context);
        var target = Target.Evaluate(context)
            ?? throw new ScriptRuntimeException(Member.Span, $"Cannot set the member {this} for a null object.");
        if (!context.GetMemberAccessor(target).TrySetValue(context, Span, target, Member.Name, valueToSet))
        {
            throw new ScriptRuntimeException(Member.Span, $"Cannot set a value for the readonly member: {this}");
        }
    }

    /// <inheritdoc />
    public override string ToString() => $"{Target}{(IsOptional ? "?." : ".")}{Member.Name}";
}
