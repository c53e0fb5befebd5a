using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>The arguments of one call on their way to their parameters.</summary>
internal struct ArgumentBinding
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

    public ArgumentBinding(TemplateContext context, ScriptNode caller, IScriptCustomFunction function, int given)
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
        FunctionArguments.CheckRange(_context, span, value);
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
