using System.Linq.Expressions;
using System.Reflection;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>A .NET method as a function. Leading parameters of type <see cref="TemplateContext"/> and <see cref="SourceSpan"/> are filled in.</summary>
public class DynamicCustomFunction : IScriptCustomFunction
{
    private readonly object? _target;
    private readonly MethodInfo _method;
    private readonly ScriptParameterInfo[] _parameters;
    private readonly Lazy<Func<object?, TemplateContext, SourceSpan, ScriptArray, object?>> _call;

    private protected DynamicCustomFunction(object? target, MethodInfo method)
    {
        _target = target;
        _method = method;
        var given = method.GetParameters().Where(x => !IsFilledIn(x)).ToArray();
        _parameters = [.. given.Select(Describe)];
        ReturnType = method.ReturnType;
        ParameterCount = given.Length;
        RequiredParameterCount = _parameters.Count(x => !x.HasDefaultValue);
        if (given.Length > 0 && given[^1].ParameterType.IsArray && given[^1].ParameterType != typeof(byte[]))
        {
            VarParamKind = ScriptVarParamKind.LastParameter;
            _parameters[^1] = new ScriptParameterInfo(given[^1].ParameterType.GetElementType()!, given[^1].Name ?? "");
            RequiredParameterCount = Math.Min(RequiredParameterCount, given.Length - 1);
        }

        // Compiled at the first call: most of the functions at hand are never called.
        _call = new Lazy<Func<object?, TemplateContext, SourceSpan, ScriptArray, object?>>(Compile);
    }

    /// <inheritdoc />
    public int RequiredParameterCount { get; }

    /// <inheritdoc />
    public int ParameterCount { get; }

    /// <inheritdoc />
    public ScriptVarParamKind VarParamKind { get; }

    /// <inheritdoc />
    public Type ReturnType { get; }

    /// <summary>Makes a function of a method.</summary>
    /// <param name="target">The object of an instance method; null for a static one.</param>
    /// <param name="method">The method.</param>
    public static DynamicCustomFunction Create(object? target, MethodInfo method)
    {
        ArgumentNullException.ThrowIfNull(method);
        return new DynamicCustomFunction(target, method);
    }

    /// <inheritdoc />
    public ScriptParameterInfo GetParameterInfo(int index) => _parameters[index];

    /// <inheritdoc />
    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        _call.Value(_target, context, callerContext?.Span ?? default, arguments);

    private static bool IsFilledIn(ParameterInfo parameter) =>
        typeof(TemplateContext).IsAssignableFrom(parameter.ParameterType) || parameter.ParameterType == typeof(SourceSpan);

    private static ScriptParameterInfo Describe(ParameterInfo parameter) => parameter.HasDefaultValue
        ? new ScriptParameterInfo(parameter.ParameterType, parameter.Name ?? "", DefaultOf(parameter))
        : new ScriptParameterInfo(parameter.ParameterType, parameter.Name ?? "");

    private static object? DefaultOf(ParameterInfo parameter) => parameter.DefaultValue is null && parameter.ParameterType.IsValueType
        ? Activator.CreateInstance(parameter.ParameterType)
        : parameter.DefaultValue;

    private static T[] Further<T>(object? values) => values is ScriptArray array ? [.. array.Select(x => (T)x!)] : [];

    private Func<object?, TemplateContext, SourceSpan, ScriptArray, object?> Compile()
    {
        var target = Expression.Parameter(typeof(object));
        var context = Expression.Parameter(typeof(TemplateContext));
        var span = Expression.Parameter(typeof(SourceSpan));
        var arguments = Expression.Parameter(typeof(ScriptArray));
        var parameters = _method.GetParameters();
        var values = new Expression[parameters.Length];
        var next = 0;
        for (var i = 0; i < parameters.Length; i++)
        {
            var type = parameters[i].ParameterType;
            if (type == typeof(SourceSpan))
            {
                values[i] = span;
            }
            else if (IsFilledIn(parameters[i]))
            {
                values[i] = Expression.Convert(context, type);
            }
            else
            {
                var item = Expression.Property(arguments, "Item", Expression.Constant(next++));
                var isFurther = VarParamKind == ScriptVarParamKind.LastParameter && i == parameters.Length - 1;
                values[i] = isFurther
                    ? Expression.Call(typeof(DynamicCustomFunction), nameof(Further), [type.GetElementType()!], item)
                    : Expression.Convert(item, type);
            }
        }

        var instance = _method.IsStatic ? null : Expression.Convert(target, _method.DeclaringType!);
        Expression call = Expression.Call(instance, _method, values);
        call = _method.ReturnType == typeof(void)
            ? Expression.Block(call, Expression.Constant(null, typeof(object)))
            : Expression.Convert(call, typeof(object));
        return Expression.Lambda<Func<object?, TemplateContext, SourceSpan, ScriptArray, object?>>(call, target, context, span, arguments).Compile();
    }
}
