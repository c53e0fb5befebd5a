using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Scriban.Runtime.Accessors;

/// <summary>The public properties and fields of a type under the names they have in templates, read and written by compiled code.</summary>
internal sealed class TypeMembers
{
    // A cache that can't be seen from outside: it holds for the standard names only, which depend on the type alone.
    private static readonly ConditionalWeakTable<Type, TypeMembers> Standard = [];

    private readonly Dictionary<string, Member> _members = new(StringComparer.Ordinal);

    private TypeMembers(Type type, MemberRenamerDelegate renamer, MemberFilterDelegate? filter)
    {
        const BindingFlags Instance = BindingFlags.Public | BindingFlags.Instance;
        foreach (var property in type.GetProperties(Instance))
        {
            if (property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike)
            {
                Add(property, property.SetMethod is { IsPublic: true } && !type.IsValueType && !IsInitOnly(property), renamer, filter);
            }
        }

        foreach (var field in type.GetFields(Instance))
        {
            Add(field, !field.IsInitOnly && !type.IsValueType, renamer, filter);
        }
    }

    public IEnumerable<string> Names => _members.Keys;

    public int Count => _members.Count;

    public static TypeMembers Of(Type type, MemberRenamerDelegate renamer, MemberFilterDelegate? filter) =>
        renamer == StandardMemberRenamer.Default && filter is null
            ? Standard.GetValue(type, x => new TypeMembers(x, renamer, null))
            : new TypeMembers(type, renamer, filter);

    public bool Has(string name) => _members.ContainsKey(name);

    public bool TryGet(object target, string name, out object? value)
    {
        value = null;
        if (!_members.TryGetValue(name, out var member))
        {
            return false;
        }

        value = ScriptJson.Unwrap(member.Get.Value(target));
        return true;
    }

    public Type? WritableType(string name) => _members.TryGetValue(name, out var member) && member.Set is not null ? member.Type : null;

    public void Set(object target, string name, object? value) => _members[name].Set!.Value(target, value);

    private static bool IsInitOnly(PropertyInfo property) =>
        property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static Func<object, object?> CompileGet(MemberInfo member)
    {
        var target = Expression.Parameter(typeof(object));
        var typed = Expression.Convert(target, member.DeclaringType!);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(Expression.MakeMemberAccess(typed, member), typeof(object)), target).Compile();
    }

    private static Action<object, object?> CompileSet(MemberInfo member, Type type)
    {
        var target = Expression.Parameter(typeof(object));
        var value = Expression.Parameter(typeof(object));
        var place = Expression.MakeMemberAccess(Expression.Convert(target, member.DeclaringType!), member);
        return Expression.Lambda<Action<object, object?>>(Expression.Assign(place, Expression.Convert(value, type)), target, value).Compile();
    }

    private void Add(MemberInfo member, bool isWritable, MemberRenamerDelegate renamer, MemberFilterDelegate? filter)
    {
        if (filter?.Invoke(member) == false || member.GetCustomAttribute<ScriptMemberIgnoreAttribute>() is not null)
        {
            return;
        }

        var type = member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;
        var name = renamer(member);
        if (!string.IsNullOrEmpty(name))
        {
            _members[name] = new Member(type, new(() => CompileGet(member)), isWritable ? new(() => CompileSet(member, type)) : null);
        }
    }

    /// <summary>A member; its code is compiled when it is first used.</summary>
    private sealed record Member(Type Type, Lazy<Func<object, object?>> Get, Lazy<Action<object, object?>>? Set);
}
