using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary><c>include name arguments</c>: renders another template with the variables of this one.</summary>
public class IncludeFunction : IScriptCustomFunction
{
    /// <inheritdoc />
    public virtual int RequiredParameterCount => 1;

    /// <inheritdoc />
    public int ParameterCount => 1;

    /// <inheritdoc />
    public ScriptVarParamKind VarParamKind => ScriptVarParamKind.Direct;

    /// <inheritdoc />
    public Type ReturnType => typeof(string);

    /// <inheritdoc />
    public ScriptParameterInfo GetParameterInfo(int index) => index == 0
        ? new ScriptParameterInfo(typeof(string), "template_name")
        : new ScriptParameterInfo(typeof(object), "value");

    /// <inheritdoc />
    public virtual object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(arguments);
        var caller = callerContext ?? context.Nowhere;
        if (arguments.Count == 0)
        {
            throw new ScriptRuntimeException(caller.Span, "Expecting at least the name of the template to include for the <include> function");
        }

        var name = context.ObjectToString(arguments[0]);
        arguments.RemoveAt(0);
        return Render(context, caller, name, arguments);
    }

    /// <summary>Renders a template of the loader.</summary>
    internal static string Render(TemplateContext context, ScriptNode caller, string name, ScriptArray arguments)
    {
        var template = Find(context, caller, name);
        context.EnterRecursive(caller);
        context.PushLocal(arguments, null);
        var outer = context.CurrentSourceFile;
        context.CurrentSourceFile = template.SourceFilePath;
        try
        {
            return context.Capture(() => context.Write(caller.Span, template.Page.Evaluate(context)));
        }
        finally
        {
            context.CurrentSourceFile = outer;
            context.PopLocal();
            context.ExitRecursive();
        }
    }

    private static Template Find(TemplateContext context, ScriptNode caller, string name)
    {
        if (string.IsNullOrEmpty(name))
        {
            throw new ScriptRuntimeException(caller.Span, "Include template name cannot be null or empty");
        }

        var loader = context.TemplateLoader
            ?? throw new ScriptRuntimeException(caller.Span, $"Unable to include <{name}>. No TemplateLoader registered in TemplateContext.TemplateLoader");
        var path = Guard(caller, $"Unexpected exception while getting the path for the include name `{name}`", () => loader.GetPath(context, caller.Span, name))
            ?? throw new ScriptRuntimeException(caller.Span, $"Include template path is null for `{name}`");
        if (context.CachedTemplates.TryGetValue(path, out var cached))
        {
            return cached;
        }

        var text = Guard(caller, $"Unexpected exception while loading the include `{name}` from path `{path}`", () => loader.Load(context, caller.Span, path))
            ?? throw new ScriptRuntimeException(caller.Span, $"The result of including <{name}->{path}> cannot be null");
        var template = Template.Parse(text, path, context.TemplateLoaderParserOptions, context.TemplateLoaderLexerOptions);
        if (template.HasErrors)
        {
            throw new ScriptParserRuntimeException(caller.Span, $"Error while parsing template `{name}` from `{path}`", template.Messages);
        }

        context.CachedTemplates[path] = template;
        return template;
    }

    private static string? Guard(ScriptNode caller, string message, Func<string?> load)
    {
        try
        {
            return load();
        }
        catch (Exception ex) when (ex is not ScriptRuntimeException)
        {
            throw new ScriptRuntimeException(caller.Span, message, ex);
        }
    }
}
