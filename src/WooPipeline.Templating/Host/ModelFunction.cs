using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;

namespace WooPipeline.Templating;

/// <summary>A function of our data as the engine calls it; its complaint gets the place of the call.</summary>
internal sealed class ModelFunction(TemplateFunction function) : IScriptCustomFunction
{
    public int RequiredParameterCount => 0;

    public int ParameterCount => 0;

    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => new(typeof(object), "waarde");

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        try
        {
            var result = function([.. arguments.Select(ModelValues.FromScript)]);
            return result is TemplateObject model ? ModelValues.ToScript(model) : result;
        }
        catch (TemplateException e)
        {
            throw new ScriptRuntimeException(callerContext?.Span ?? default, e.Message, e);
        }
    }

    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));
}
