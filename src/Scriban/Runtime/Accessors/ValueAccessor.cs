using Scriban.Parsing;

namespace Scriban.Runtime.Accessors;

/// <summary>Numbers and truth values, which have no members, and strings, which have a <c>size</c>.</summary>
internal sealed class ValueAccessor : IObjectAccessor
{
    public static readonly ValueAccessor Default = new();

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => target is string ? 1 : 0;

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => target is string ? ["size"] : [];

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => target is string && member == "size";

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        value = target is string text && member == "size" ? text.Length : null;
        return value is not null;
    }

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) => false;
}
