using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace WooPipeline.Templating;

/// <summary>The engine's <c>include</c>, with a result that is Markdown already and has no empty lines at its edges.</summary>
internal sealed class MarkupInclude(IScriptCustomFunction include) : IScriptCustomFunction
{
    public int RequiredParameterCount => include.RequiredParameterCount;

    public int ParameterCount => include.ParameterCount;

    public ScriptVarParamKind VarParamKind => include.VarParamKind;

    public Type ReturnType => typeof(Markup);

    public ScriptParameterInfo GetParameterInfo(int index) => include.GetParameterInfo(index);

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        try
        {
            return new Markup((include.Invoke(context, callerContext!, arguments, blockStatement!)?.ToString() ?? "").Trim());
        }
        catch (TemplateException e)
        {
            throw new ScriptRuntimeException(callerContext?.Span ?? default, e.Message, e);
        }
    }

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));
}
