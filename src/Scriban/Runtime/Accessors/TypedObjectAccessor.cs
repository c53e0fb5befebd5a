using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime.Accessors;

/// <summary>.NET objects of one type.</summary>
internal sealed class TypedObjectAccessor(TypeMembers members) : IObjectAccessor
{
    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => members.Count;

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => members.Names;

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => members.Has(member);

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        try
        {
            return members.TryGet(target, member, out value);
        }
        catch (Exception ex) when (ex is not ScriptRuntimeException)
        {
            throw new ScriptRuntimeException(span, $"Unexpected exception while accessing the member `{member}`", ex);
        }
    }

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value)
    {
        if (members.WritableType(member) is not { } type)
        {
            return false;
        }

        var converted = context.ToObject(span, value, type);
        try
        {
            members.Set(target, member, converted);
            return true;
        }
        catch (Exception ex) when (ex is not ScriptRuntimeException)
        {
            throw new ScriptRuntimeException(span, $"Unexpected exception while setting the member `{member}`", ex);
        }
    }
}
