using System.Collections.Immutable;
using Scriban;
using Scriban.Runtime;

namespace WooPipeline.Templating;

/// <summary>The names that every template has without any data: the engine's own and <c>nl</c>, read off the engine itself.</summary>
internal static class EngineNames
{
    /// <summary>The name of the function that puts a template into another.</summary>
    public const string Include = "include";

    /// <summary>The names with their types.</summary>
    public static ImmutableArray<TemplateMember> All() =>
    [
        .. TemplateContext.GetDefaultBuiltinObject().Select(m => new TemplateMember(m.Key, TypeOf(m.Key, m.Value))),
        new("nl", TemplateType.Of(DutchFunctions.Create())),
    ];

    private static TemplateType TypeOf(string name, object? value) => value switch
    {
        IScriptCustomFunction => new TemplateType(TemplateKind.Function),
        IScriptObject group => new TemplateType(TemplateKind.Object)
        {
            Name = name,
            Members = [.. group.GetMembers().Order(StringComparer.Ordinal).Select(m => new TemplateMember(m, new TemplateType(TemplateKind.Function)))],
        },
        _ => TemplateType.Any,
    };
}
