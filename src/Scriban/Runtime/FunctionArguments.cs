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
    private static void CheckRange(TemplateContext context, SourceSpan span, object? value)
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
        var binding = new Binding(context, caller, function, (piped?.Values.Count ?? 0) + arguments.Length);
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

    /// <summary>The arguments of one call on their way to their parameters.</summary>
    private struct Binding
    {
        private readonly TemplateContext _context;
        private readonly ScriptNode _caller;
        private readonly IScriptCustomFunction _function;
        private readonly int _given;
        private readonly int _fixed;
        private readonly object?[] _values;
        private readonly bool[] _isSet;
        private readonly ScriptArray? _further;
        private int _next;

        public Binding(TemplateContext context, ScriptNode caller, IScriptCustomFunction function, int given)
        {
            _context = context;
            _caller = caller;
            _function = function;
            _given = given;
            var isVariable = function.VarParamKind == ScriptVarParamKind.LastParameter;
            _fixed = function.ParameterCount - (isVariable ? 1 : 0);
            _values = new object?[function.ParameterCount];
            _isSet = new bool[function.ParameterCount];
            _further = isVariable ? [] : null;
        }

        public void AddPositional(object? value, SourceSpan span)
        {
            if (_next < _fixed)
            {
                Set(_next++, value, span);
                return;
            }

            if (_further is null)
            {
                throw new ScriptRuntimeException(span, Message());
            }

            _further.Add(Convert(_fixed, value, span));
        }

        public readonly void AddNamed(ScriptNamedArgument argument)
        {
            var index = IndexOf(argument.Name);
            if (index < 0)
            {
                throw new ScriptRuntimeException(argument.Span, $"Invalid argument `{argument.Name}` not found for function `{_caller}`");
            }

            var span = argument.Value?.Span ?? argument.Span;
            var value = argument.Evaluate(_context);
            if (index < _fixed)
            {
                Set(index, value, span);
            }
            else
            {
                _further!.Add(Convert(_fixed, value, span));
            }
        }

        public readonly ScriptArray Finish()
        {
            for (var i = 0; i < _fixed; i++)
            {
                if (_isSet[i])
                {
                    continue;
                }

                var parameter = _function.GetParameterInfo(i);
                if (!parameter.HasDefaultValue)
                {
                    var end = _caller.Span.End.NextColumn();
                    throw new ScriptRuntimeException(new SourceSpan(_caller.Span.FileName, end, end), Message());
                }

                _values[i] = parameter.DefaultValue is ScriptExpression expression ? expression.Evaluate(_context) : parameter.DefaultValue;
            }

            if (_further is not null)
            {
                _values[_fixed] = _further;
            }

            return new ScriptArray((IEnumerable<object?>)_values);
        }

        private readonly string Message()
        {
            var expected = _given < _function.RequiredParameterCount ? _function.RequiredParameterCount : _function.ParameterCount;
            return $"Invalid number of arguments `{_given}` passed to `{_caller}` while expecting `{expected}` arguments";
        }

        private readonly void Set(int index, object? value, SourceSpan span)
        {
            _values[index] = Convert(index, value, span);
            _isSet[index] = true;
        }

        private readonly object? Convert(int index, object? value, SourceSpan span)
        {
            CheckRange(_context, span, value);
            var type = _function.GetParameterInfo(index).ParameterType;
            return type == typeof(object) ? value : _context.ToObject(span, value, type);
        }

        private readonly int IndexOf(string name)
        {
            for (var i = 0; i < _function.ParameterCount; i++)
            {
                var parameter = _function.GetParameterInfo(i).Name;
                if (parameter == name || StandardMemberRenamer.Rename(parameter) == name)
                {
                    return i;
                }
            }

            return -1;
        }
    }
}
