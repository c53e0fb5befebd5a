using System.Collections;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Runtime.Accessors;

namespace Scriban;

/// <summary>Members of objects and items of lists.</summary>
public partial class TemplateContext
{
    private readonly Dictionary<Type, IObjectAccessor> _accessors = [];

    /// <summary>Reads and writes the members of an object.</summary>
    public IObjectAccessor GetMemberAccessor(object target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (target is IScriptObject)
        {
            return ScriptObjectAccessor.Default;
        }

        var type = target.GetType();
        if (!_accessors.TryGetValue(type, out var accessor))
        {
            accessor = GetMemberAccessorImpl(target);
            _accessors.Add(type, accessor);
        }

        return accessor;
    }

    /// <summary>Reads and writes the items of a list; null where the object isn't a list.</summary>
    public virtual IListAccessor? GetListAccessor(object target) => target switch
    {
        IList => ListAccessor.Default,
        string => ValueAccessor.Default,
        _ => null,
    };

    /// <summary>Chooses how the members of objects of a type are read and written; asked once for each type.</summary>
    protected virtual IObjectAccessor GetMemberAccessorImpl(object target) => target switch
    {
        IDictionary => DictionaryAccessor.Default,
        IDictionary<string, object?> => StringDictionaryAccessor.Default,
        string => ValueAccessor.Default,
        IList => ListAccessor.Default,
        _ when target.GetType().IsPrimitive => ValueAccessor.Default,
        _ => new TypedObjectAccessor(TypeMembers.Of(target?.GetType() ?? typeof(object), MemberRenamer, MemberFilter)),
    };

    internal bool TryGetMemberValue(SourceSpan span, object target, string name, out object? value)
    {
        var found = target is ScriptObject members
            ? members.TryGetValue(this, span, name, out value)
            : GetMemberAccessor(target).TryGetValue(this, span, target, name, out value);
        if (found)
        {
            return true;
        }

        if (name == "empty?")
        {
            value = IsEmpty(span, target);
            return true;
        }

        return TryGetMember is not null && TryGetMember(this, span, target, name, out value);
    }
}
