using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime.Accessors;

/// <summary>Numbers and truth values, which have no members, and strings, which have a <c>size</c> and characters.</summary>
internal sealed class ValueAccessor : IObjectAccessor, IListAccessor
{
    public static readonly ValueAccessor Default = new();

    public int GetLength(TemplateContext context, SourceSpan span, object target) => ((string)target).Length;

    public object? GetValue(TemplateContext context, SourceSpan span, object target, int index) => ((string)target)[index];

    public void SetValue(TemplateContext context, SourceSpan span, object target, int index, object? value) =>
        throw new ScriptRuntimeException(span, "Cannot set a character of a string");

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
