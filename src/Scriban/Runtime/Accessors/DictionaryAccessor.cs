using System.Collections;
using Scriban.Parsing;

namespace Scriban.Runtime.Accessors;

/// <summary>Dictionaries that aren't script objects; their keys are data and aren't renamed.</summary>
internal sealed class DictionaryAccessor : IObjectAccessor
{
    public static readonly DictionaryAccessor Default = new();

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => ((IDictionary)target).Count;

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target)
    {
        foreach (var key in ((IDictionary)target).Keys)
        {
            yield return context.ObjectToString(key);
        }
    }

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) =>
        Key(context, span, target, member) is { } key && ((IDictionary)target).Contains(key);

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        var dictionary = (IDictionary)target;
        if (Key(context, span, target, member) is { } key && dictionary.Contains(key))
        {
            value = dictionary[key];
            return true;
        }

        value = member == "size" ? dictionary.Count : null;
        return member == "size";
    }

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value)
    {
        var dictionary = (IDictionary)target;
        if (dictionary.IsReadOnly || Key(context, span, target, member) is not { } key)
        {
            return false;
        }

        dictionary[key] = dictionary.GetType().IsGenericType && dictionary.GetType().GetGenericArguments() is [_, var type]
            ? context.ToObject(span, value, type)
            : value;
        return true;
    }

    private static object? Key(TemplateContext context, SourceSpan span, object target, string member)
    {
        var type = target.GetType();
        return type.IsGenericType && type.GetGenericArguments() is [var keyType, _] && keyType != typeof(string) && keyType != typeof(object)
            ? context.ToObject(span, member, keyType)
            : member;
    }
}
