using System.Collections.Immutable;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>A function of a template: <c>func f ... end</c>, <c>func f(x, y = 1) ... end</c>, <c>f(x) = x + 1</c> or <c>do ... end</c>.</summary>
public sealed class ScriptFunction : ScriptStatement, IScriptCustomFunction
{
    internal ScriptFunction(ScriptVariable? name, ImmutableArray<ScriptParameter>? parameters, ScriptStatement body)
    {
        NameOrNull = name;
        Parameters = parameters;
        Body = body;
        var count = parameters?.Length ?? 0;
        HasVariableParams = count > 0 && parameters!.Value[count - 1].IsVariable;
        RequiredParameterCount = parameters?.Count(x => x.DefaultValue is null && !x.IsVariable) ?? 0;
    }

    /// <summary>The name; null for an anonymous function.</summary>
    public ScriptVariable? NameOrNull { get; }

    /// <summary>The parameters; null for a simple function, which takes any.</summary>
    public ImmutableArray<ScriptParameter>? Parameters { get; }

    /// <summary>What the function does.</summary>
    public ScriptStatement Body { get; }

    /// <inheritdoc />
    public override bool CanOutput => false;

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children =>
        [.. (IEnumerable<ScriptNode>)(Parameters?.Where(x => x.DefaultValue is not null).Select(x => x.DefaultValue!) ?? []), Body];

    /// <inheritdoc />
    public int RequiredParameterCount { get; }

    /// <inheritdoc />
    public int ParameterCount => Parameters?.Length ?? 0;

    /// <inheritdoc />
    public ScriptVarParamKind VarParamKind =>
        Parameters is null ? ScriptVarParamKind.Direct : HasVariableParams ? ScriptVarParamKind.LastParameter : ScriptVarParamKind.None;

    /// <inheritdoc />
    public Type ReturnType => typeof(object);

    private bool HasVariableParams { get; }

    /// <inheritdoc />
    public ScriptParameterInfo GetParameterInfo(int index)
    {
        if (Parameters is not { } parameters || index >= parameters.Length)
        {
            return new ScriptParameterInfo(typeof(object), "");
        }

        var parameter = parameters[index];
        return parameter.DefaultValue is { } value
            ? new ScriptParameterInfo(typeof(object), parameter.Name, value)
            : new ScriptParameterInfo(typeof(object), parameter.Name);
    }

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (NameOrNull is not null)
        {
            context.SetValue(NameOrNull, this);
        }

        return this;
    }

    /// <inheritdoc />
    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(arguments);
        context.EnterRecursive(callerContext ?? this);
        context.PushLocal(arguments, blockStatement);
        if (Parameters is { } parameters)
        {
            context.PushGlobal(BindParameters(parameters, arguments));
        }

        try
        {
            return Body.Evaluate(context);
        }
        finally
        {
            if (Parameters is not null)
            {
                context.PopGlobal();
            }

            context.FlowState = ScriptFlowState.None;
            context.PopLocal();
            context.ExitRecursive();
        }
    }

    /// <inheritdoc />
    public override string ToString() => NameOrNull is null ? "do ... end" : $"func {NameOrNull}";

    private static ScriptObject BindParameters(ImmutableArray<ScriptParameter> parameters, ScriptArray arguments)
    {
        var scope = new ScriptObject(parameters.Length);
        for (var i = 0; i < parameters.Length; i++)
        {
            scope[parameters[i].Name] = arguments[i];
        }

        return scope;
    }
}
