using Scriban.Runtime;

namespace Scriban.Tests;

/// <summary>The functions a template has without any model.</summary>
internal static class BuiltIns
{
    /// <summary>Names as templates write them: <c>array.add</c>.</summary>
    public static IReadOnlyList<string> Names() =>
    [
        .. TemplateContext.GetDefaultBuiltinObject()
            .Where(x => x.Value is ScriptObject)
            .SelectMany(x => ((ScriptObject)x.Value!).Where(y => y.Value is IScriptCustomFunction).Select(y => $"{x.Key}.{y.Key}"))
            .Order(StringComparer.Ordinal),
    ];
}
