using System.Reflection;
using System.Runtime.CompilerServices;

namespace Scriban.Runtime;

/// <summary>The static members of types that derive from <see cref="ScriptObject"/>, found once for each type.</summary>
internal static class StaticMembers
{
    // A cache that can't be seen from outside: what is found depends on the type alone.
    private static readonly ConditionalWeakTable<Type, List<Member>> Found = [];

    public static void AddTo(ScriptObject target, Type type)
    {
        foreach (var member in Found.GetValue(type, Find))
        {
            var value = member.Info switch
            {
                FieldInfo field => field.GetValue(null),
                PropertyInfo property => property.GetValue(null),
                _ => member.Function,
            };
            target.SetValue(member.Name, value, true);
        }
    }

    private static List<Member> Find(Type type)
    {
        var members = new Dictionary<string, Member>(StringComparer.Ordinal);
        for (var current = type; current is not null && current != typeof(ScriptObject); current = current.BaseType)
        {
            foreach (var info in ScriptObjectExtensions.MembersOf(current, isStatic: true, ScriptMemberImportFlags.All))
            {
                var name = StandardMemberRenamer.Rename(info);
                var function = info is MethodInfo method ? DynamicCustomFunction.Create(null, method) : null;
                members.TryAdd(name, new Member(name, info, function));
            }
        }

        return [.. members.Values];
    }

    /// <summary>A member; the values of fields and properties are read anew for each object.</summary>
    private sealed record Member(string Name, MemberInfo Info, DynamicCustomFunction? Function);
}
