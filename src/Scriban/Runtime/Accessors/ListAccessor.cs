using System.Collections;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime.Accessors;

/// <summary>Lists, and the <c>size</c> of them.</summary>
internal sealed class ListAccessor : IListAccessor, IObjectAccessor
{
    public static readonly ListAccessor Default = new();

    public int GetLength(TemplateContext context, SourceSpan span, object target) => ((IList)target).Count;

    public object? GetValue(TemplateContext context, SourceSpan span, object target, int index) => ((IList)target)[index];

    public void SetValue(TemplateContext context, SourceSpan span, object target, int index, object? value)
    {
        var list = (IList)target;
        if (list.IsReadOnly)
        {
            throw new ScriptRuntimeException(span, "Cannot set a value in a readonly list");
        }

        if (list.GetType().IsGenericType && list.GetType().GetGenericArguments() is [var type] && type != typeof(object))
        {
            value = context.ToObject(span, value, type);
        }

        if (index >= list.Count && !list.IsFixedSize && list is not ScriptArray<object>)
        {
            for (var i = list.Count; i < index; i++)
            {
                list.Add(null);
            }

            list.Add(value);
            return;
        }

        list[index] = value;
    }

    public int GetMemberCount(TemplateContext context, SourceSpan span, object target) => 1;

    public IEnumerable<string> GetMembers(TemplateContext context, SourceSpan span, object target) => ["size"];

    public bool HasMember(TemplateContext context, SourceSpan span, object target, string member) => member == "size";

    public bool TryGetValue(TemplateContext context, SourceSpan span, object target, string member, out object? value)
    {
        value = member == "size" ? ((IList)target).Count : null;
        return member == "size";
    }

    public bool TrySetValue(TemplateContext context, SourceSpan span, object target, string member, object? value) => false;
}
