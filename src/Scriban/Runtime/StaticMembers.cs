using System.Runtime.CompilerServices;

namespace Scriban.Runtime;

/// <summary>The static members of types that derive from <see cref="ScriptObject"/>, found once for each type.</summary>
internal static class StaticMembers
{
    // A cache that can't be seen from outside: what is found depends on the type alone.
    private static readonly ConditionalWeakTable<Type, KeyValuePair<string, object?>[]> Found = [];

    public static void AddTo(ScriptObject target, Type type)
    {
        foreach (var (name, value) in Found.GetValue(type, Find))
        {
            target.SetValue(name, value, true);
        }
    }

    private static KeyValuePair<string, object?>[] Find(Type type)
    {
        var members = new ScriptObject();
        for (var current = type; current is not null && current != typeof(ScriptObject) && current != typeof(object); current = current.BaseType)
        {
            members.Import(current, ScriptMemberImportFlags.All, filter: null, renamer: null);
        }

        return [.. members];
    }
}
