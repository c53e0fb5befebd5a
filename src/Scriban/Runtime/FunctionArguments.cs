using System.Collections.Immutable;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>Binds the arguments of a call to the parameters of a function, and calls it.</summary>
internal static class FunctionArguments
{
    public static object? Call(
        TemplateContext context, ScriptNode caller, IScriptCustomFunction function, PipeArguments? piped, ImmutableArray<ScriptExpression> arguments, ScriptBlockStatement? block)
    {
        var bound = function.VarParamKind == ScriptVarParamKind.Direct
            ? BindDirect(context, piped, arguments)
            : Bind(context, caller, function, piped, arguments);
        try
        {
            return function.Invoke(context, caller, bound, block);
        }
        catch (Exception ex) when (ex is not ScriptRuntimeException)
        {
            throw context.CancellationToken.IsCancellationRequested && ex is OperationCanceledException
                ? new ScriptAbortException(caller.Span, context.CancellationToken)
                : new ScriptRuntimeException(caller.Span, $"Unexpected exception when calling {caller}", ex);
        }
    }

    /// <summary>Calls a function that was passed to another one.</summary>
    public static object? CallBack(TemplateContext context, SourceSpan span, IScriptCustomFunction function, ReadOnlySpan<object?> values)
    {
        var piped = new PipeArguments { Span = span };
        piped.Values.AddRange(values);
        return Call(context, new ScriptVariableGlobal("function") { Span = span }, function, piped, [], null);
    }

    /// <summary>Adds the value of an argument, or the items of one that is expanded with <c>^</c>.</summary>
    public static void Add(TemplateContext context, ScriptExpression argument, List<object?> values)
    {
        var value = argument.Evaluate(context);
        if (argument is ScriptUnaryExpression { Operator: ScriptUnaryOperator.FunctionParametersExpand } && value is System.Collections.IEnumerable and not string)
        {
            CheckRange(context, argument.Span, value);
            foreach (var item in (System.Collections.IEnumerable)value)
            {
                context.CheckItems(argument.Span, values.Count);
                values.Add(item);
            }

            return;
        }

        values.Add(value);
    }

    /// <summary>A range costs nothing until a function makes a list of it.</summary>
    public static void CheckRange(TemplateContext context, SourceSpan span, object? value)
    {
        if (value is ScriptRange range)
        {
            context.CheckSteps(span, range.Count);
        }
    }

    /// <summary>Arguments of a function without parameters: an array, with the named ones as its members.</summary>
    private static ScriptArray BindDirect(TemplateContext context, PipeArguments? piped, ImmutableArray<ScriptExpression> arguments)
    {
        var values = piped?.Values ?? new List<object?>(arguments.Length);
        List<ScriptNamedArgument>? named = null;
        foreach (var argument in arguments)
        {
            if (argument is ScriptNamedArgument name)
            {
                (named ??= []).Add(name);
            }
            else
            {
                Add(context, argument, values);
            }
        }

        var result = new ScriptArray(values);
        foreach (var name in named ?? [])
        {
            result.ScriptObject.TrySetValue(context, name.Span, name.Name, name.Evaluate(context), false);
        }

        return result;
    }

    private static ScriptArray Bind(
        TemplateContext context, ScriptNode caller, IScriptCustomFunction function, PipeArguments? piped, ImmutableArray<ScriptExpression> arguments)
    {
        var binding = new ArgumentBinding(context, caller, function, (piped?.Values.Count ?? 0) + arguments.Length);
        foreach (var value in piped?.Values ?? [])
        {
            binding.AddPositional(value, piped!.Span);
        }

        foreach (var argument in arguments)
        {
            if (argument is ScriptNamedArgument named)
            {
                binding.AddNamed(named);
            }
            else if (argument is ScriptUnaryExpression { Operator: ScriptUnaryOperator.FunctionParametersExpand })
            {
                var values = new List<object?>();
                Add(context, argument, values);
                values.ForEach(x => binding.AddPositional(x, argument.Span));
            }
            else
            {
                binding.AddPositional(argument.Evaluate(context), argument.Span);
            }
        }

        return binding.Finish();
    }
}
