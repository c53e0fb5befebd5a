using System.Collections;
using System.Globalization;
using System.Text.Json;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>The functions of the object <c>object</c>.</summary>
public class ObjectFunctions : ScriptObject
{
    /// <summary>A value, or another one where it is null or an empty string.</summary>
    public static object? Default(object? value, object? @default) => value is null or "" ? @default : value;

    /// <summary>Evaluates a text as an expression, or calls a function; other values are returned.</summary>
    public static object? Eval(TemplateContext context, SourceSpan span, object? value) => value is string text
        ? Run(context, span, text, new LexerOptions { Mode = ScriptMode.ScriptOnly }, x => x.Evaluate(context))
        : CallIfFunction(context, span, value);

    /// <summary>Renders a text as a template, or calls a function; other values are returned.</summary>
    public static object? EvalTemplate(TemplateContext context, SourceSpan span, object? value)
    {
        ArgumentNullException.ThrowIfNull(context);
        return value is string text
            ? Run(context, span, text, new LexerOptions(), x => context.Capture(() => context.Write(span, x.Page.Evaluate(context))))
            : CallIfFunction(context, span, value);
    }

    /// <summary>A value in a .NET format.</summary>
    public static string? Format(TemplateContext context, SourceSpan span, object? value, string? format, string? culture = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (value is null)
        {
            return "";
        }

        if (value is not IFormattable formattable)
        {
            throw new ScriptRuntimeException(span, $"Unexpected `{context.GetTypeName(value)}`. Must be a formattable object");
        }

        return formattable.ToString(format, culture is null ? context.CurrentCulture : CultureInfo.GetCultureInfo(culture));
    }

    /// <summary>Reads JSON as a value.</summary>
    public static object? FromJson(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return null;
        }

        using var document = JsonDocument.Parse(json);
        return ScriptJson.ToValue(document.RootElement);
    }

    /// <summary>Whether an object has a member.</summary>
    public static bool HasKey(TemplateContext context, SourceSpan span, object? value, string? key)
    {
        ArgumentNullException.ThrowIfNull(context);
        return value is not null && key is not null && context.GetMemberAccessor(value).HasMember(context, span, value, key);
    }

    /// <summary>Whether an object has a member that isn't null.</summary>
    public static bool HasValue(TemplateContext context, SourceSpan span, object? value, string? key)
    {
        ArgumentNullException.ThrowIfNull(context);
        return value is not null && key is not null
            && context.GetMemberAccessor(value).TryGetValue(context, span, value, key, out var member) && member is not null;
    }

    /// <summary>The names of the members of an object.</summary>
    public static new ScriptArray Keys(TemplateContext context, SourceSpan span, object? value)
    {
        ArgumentNullException.ThrowIfNull(context);
        return value is null ? [] : new ScriptArray(context.GetMemberAccessor(value).GetMembers(context, span, value));
    }

    /// <summary>The kind of a value, exactly: <c>int</c>, <c>double</c>, <c>string</c>, <c>array</c>, …</summary>
    public static string? Kind(TemplateContext context, object? value)
    {
        ArgumentNullException.ThrowIfNull(context);
        return value is null ? null : context.GetTypeName(value);
    }

    /// <summary>The length of a string, the number of items of a list or of members of an object.</summary>
    public static int Size(TemplateContext context, SourceSpan span, object? value)
    {
        ArgumentNullException.ThrowIfNull(context);
        return value switch
        {
            null => 0,
            string text => text.Length,
            IList list => list.Count,
            IScriptObject members => members.Count,
            IDictionary dictionary => dictionary.Count,
            IEnumerable items => ArrayFunctions.Size(items),
            _ => throw new ScriptRuntimeException(span, $"Unable to get size of the type `{context.GetTypeName(value)}`"),
        };
    }

    /// <summary>A value as JSON.</summary>
    public static string ToJson(TemplateContext context, SourceSpan span, object? value) => JsonPrinter.Print(context, span, value);

    /// <summary>The kind of a value: <c>string</c>, <c>boolean</c>, <c>number</c>, <c>array</c>, <c>iterator</c> or <c>object</c>.</summary>
    public static string? Typeof(object? value) => value switch
    {
        null => null,
        string => "string",
        bool => "boolean",
        _ when ScriptArithmetic.IsNumber(value) => "number",
        ScriptRange => "iterator",
        IList => "array",
        IScriptObject or IDictionary => "object",
        IEnumerable => "iterator",
        _ => "object",
    };

    /// <summary>The values of the members of an object.</summary>
    public static new ScriptArray Values(TemplateContext context, SourceSpan span, object? value)
    {
        ArgumentNullException.ThrowIfNull(context);
        var result = new ScriptArray();
        if (value is not null)
        {
            var accessor = context.GetMemberAccessor(value);
            foreach (var member in accessor.GetMembers(context, span, value))
            {
                accessor.TryGetValue(context, span, value, member, out var item);
                result.Add(item);
            }
        }

        return result;
    }

    private static object? CallIfFunction(TemplateContext context, SourceSpan span, object? value) =>
        value is IScriptCustomFunction function ? FunctionArguments.CallBack(context, span, function, []) : value;

    private static object? Run(TemplateContext context, SourceSpan span, string text, LexerOptions options, Func<Template, object?> run)
    {
        var template = Template.Parse(text, null, null, options);
        if (template.HasErrors)
        {
            throw new ScriptParserRuntimeException(span, "Error while parsing the text to evaluate:", template.Messages);
        }

        context.EnterRecursive(template.Page);
        try
        {
            return run(template);
        }
        finally
        {
            context.ExitRecursive();
        }
    }
}
