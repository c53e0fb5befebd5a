using System.Collections;
using System.Reflection;
using System.Text.Json;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>Imports .NET members into script objects.</summary>
public static class ScriptObjectExtensions
{
    /// <summary>Imports the members of an object: of a script object or dictionary its entries, of a type its static members, else its properties and fields.</summary>
    public static void Import(this IScriptObject script, object? obj, MemberFilterDelegate? filter = null, MemberRenamerDelegate? renamer = null)
    {
        ArgumentNullException.ThrowIfNull(script);
        switch (obj)
        {
            case null:
                break;
            case IScriptObject other:
                foreach (var member in other.GetMembers().ToList())
                {
                    other.TryGetValue(null!, default, member, out var value);
                    script.TrySetValue(null!, default, member, value, false);
                }

                break;
            case JsonElement json:
                ScriptJson.Import(script, json);
                break;
            case IDictionary dictionary:
                foreach (DictionaryEntry entry in dictionary)
                {
                    script.TrySetValue(null!, default, entry.Key.ToString() ?? "", entry.Value, false);
                }

                break;
            case IEnumerable<KeyValuePair<string, object?>> pairs:
                foreach (var (key, value) in pairs)
                {
                    script.TrySetValue(null!, default, key, value, false);
                }

                break;
            default:
                script.Import(obj, ScriptMemberImportFlags.All, filter, renamer);
                break;
        }
    }

    /// <summary>Imports a function.</summary>
    public static void Import(this IScriptObject script, string member, Delegate function)
    {
        ArgumentNullException.ThrowIfNull(script);
        script.TrySetValue(null!, default, member, DelegateCustomFunction.Create(function), false);
    }

    /// <summary>Imports kinds of members of an object or a type.</summary>
    public static void Import(
        this IScriptObject script, object? obj, ScriptMemberImportFlags flags, MemberFilterDelegate? filter = null, MemberRenamerDelegate? renamer = null)
    {
        ArgumentNullException.ThrowIfNull(script);
        if (obj is null)
        {
            return;
        }

        var type = obj as Type ?? obj.GetType();
        var target = obj is Type ? null : obj;
        renamer ??= StandardMemberRenamer.Default;
        foreach (var member in MembersOf(type, target is null, flags))
        {
            if (filter?.Invoke(member) == false)
            {
                continue;
            }

            var name = renamer(member);
            if (string.IsNullOrEmpty(name) || (target is null && script.Contains(name)))
            {
                continue;
            }

            var value = member switch
            {
                FieldInfo field => field.GetValue(target),
                PropertyInfo property => property.GetValue(target),
                _ => DynamicCustomFunction.Create(((MethodInfo)member).IsStatic ? null : target, (MethodInfo)member),
            };
            script.TrySetValue(null!, default, name, value, false);
        }
    }

    /// <summary>Writes a member.</summary>
    /// <exception cref="ScriptRuntimeException">It can't be written.</exception>
    public static void SetValue(this IScriptObject script, string member, object? value, bool readOnly)
    {
        ArgumentNullException.ThrowIfNull(script);
        if (!script.TrySetValue(null!, default, member, value, readOnly))
        {
            throw new ScriptRuntimeException(default, $"Cannot set the readonly member `{member}`");
        }
    }

    /// <summary>The public members of a type of some kinds, without those that are hidden by <see cref="ScriptMemberIgnoreAttribute"/>.</summary>
    internal static IEnumerable<MemberInfo> MembersOf(Type type, bool isStatic, ScriptMemberImportFlags flags)
    {
        var binding = BindingFlags.Public | (isStatic ? BindingFlags.Static | BindingFlags.DeclaredOnly : BindingFlags.Instance);
        var methods = isStatic ? ScriptMemberImportFlags.Method : ScriptMemberImportFlags.MethodInstance;
        IEnumerable<MemberInfo> members =
        [
            .. flags.HasFlag(ScriptMemberImportFlags.Field) ? type.GetFields(binding) : [],
            .. flags.HasFlag(ScriptMemberImportFlags.Property) ? type.GetProperties(binding).Where(x => x.GetMethod?.IsPublic == true && x.GetIndexParameters().Length == 0) : [],
            .. flags.HasFlag(methods) ? type.GetMethods(binding).Where(x => !x.IsSpecialName && x.DeclaringType != typeof(object)) : [],
        ];
        return members.Where(x => x.GetCustomAttribute<ScriptMemberIgnoreAttribute>() is null);
    }
}
