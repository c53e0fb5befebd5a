using Scriban.Parsing;

namespace Scriban.Runtime.Accessors;

/// <summary>Dictionaries with names as keys that aren't of the old kind.</summary>
internal sealed class StringDictionaryAccessor : IObjectAccessor
{
    public static readonly StringDictionaryAccessor Default = new();

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => ((IDictionary<string, object?>)target).Count;

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => ((IDictionary<string, object?>)target).Keys;

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) =>
        ((IDictionary<string, object?>)target).ContainsKey(member);

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value) =>
        ((IDictionary<string, object?>)target).TryGetValue(member, out value);

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value)
    {
        var dictionary = (IDictionary<string, object?>)target;
        if (dictionary.IsReadOnly)
        {
            return false;
        }

        dictionary[member] = value;
        return true;
    }
}
