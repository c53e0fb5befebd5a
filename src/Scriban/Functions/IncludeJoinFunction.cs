using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary><c>include_join names separator begin end</c>: renders templates with a separator between them, and delimiters where anything was printed.</summary>
public class IncludeJoinFunction : IncludeFunction
{
    private const string TemplatePrefix = "tpl:";

    /// <inheritdoc />
    public override int RequiredParameterCount => 2;

    /// <inheritdoc />
    public override object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(arguments);
        var caller = callerContext ?? context.Nowhere;
        if (arguments.Count < RequiredParameterCount)
        {
            throw new ScriptRuntimeException(caller.Span, "Expecting at least the names of the templates to include and the separator for the <include_join> function");
        }

        var names = context.ToList(caller.Span, arguments[0]);
        var parts = new List<string>();
        foreach (var name in names)
        {
            parts.Add(Render(context, caller, context.ObjectToString(name), []));
        }

        var separator = Text(context, caller, arguments[1]);
        var body = string.Join(separator, parts);
        context.CheckLength(caller.Span, body.Length);
        return body.Length == 0 ? "" : Text(context, caller, arguments[2]) + body + Text(context, caller, arguments[3]);
    }

    private static string Text(TemplateContext context, ScriptNode caller, object? value)
    {
        var text = context.ObjectToString(value);
        return text.StartsWith(TemplatePrefix, StringComparison.Ordinal) ? Render(context, caller, text[TemplatePrefix.Length..], []) : text;
    }
}
