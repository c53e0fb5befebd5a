using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>A function that templates can call.</summary>
public interface IScriptCustomFunction
{
    /// <summary>How many arguments must be given.</summary>
    int RequiredParameterCount { get; }

    /// <summary>How many parameters there are.</summary>
    int ParameterCount { get; }

    /// <summary>Whether it takes any number of arguments.</summary>
    ScriptVarParamKind VarParamKind { get; }

    /// <summary>The type of the result.</summary>
    Type ReturnType { get; }

    /// <summary>The parameter at an index.</summary>
    ScriptParameterInfo GetParameterInfo(int index);

    /// <summary>Calls the function.</summary>
    /// <param name="context">The context of the rendering.</param>
    /// <param name="callerContext">The node that calls it.</param>
    /// <param name="arguments">One value for each parameter; the last one is an array for <see cref="ScriptVarParamKind.LastParameter"/>.</param>
    /// <param name="blockStatement">The block of a wrap statement, or null.</param>
    object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement);

    /// <summary>Calls the function; by default on the calling thread.</summary>
    ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));
}
