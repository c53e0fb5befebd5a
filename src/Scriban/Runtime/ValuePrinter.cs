using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text;
using Scriban.Functions;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>Turns values into text.</summary>
internal static class ValuePrinter
{
    private const int DefaultDepth = 20;

    public static string Print(object? value) => Print(null, value, false, 0);

    public static string Print(TemplateContext? context, object? value, bool isNested, int depth)
    {
        var culture = context?.CurrentCulture ?? CultureInfo.InvariantCulture;
        switch (value)
        {
            case null:
                return isNested ? "null" : "";
            case string text:
                return isNested ? Quote(text) : text;
            case char c:
                return isNested ? Quote(c.ToString()) : c.ToString();
            case bool b:
                return b ? "true" : "false";
            case int i:
                return i.ToString(culture);
            case DateTime date:
                return DateTimeFunctions.Print(context, date);
            case DateTimeOffset date:
                return DateTimeFunctions.Print(context, date.DateTime);
            case BigInteger big:
                return big.ToString(culture);
            case EmptyScriptObject:
                return "";
            case IScriptCustomFunction:
                return value is ScriptFunction function ? function.ToString() : "function";
            case IFormattable formattable when value is not Enum:
                return formattable.ToString(null, culture);
            case IEnumerable or IScriptObject or DictionaryEntry:
                return Structure(context, value, depth);
            default:
                return PrintOther(context, value, isNested, depth);
        }
    }

    private static string PrintOther(TemplateContext? context, object value, bool isNested, int depth)
    {
        var type = value.GetType();
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
        {
            return Structure(context, value, depth);
        }

        var text = value.ToString() ?? "";
        return isNested && value is Enum ? Quote(text) : text;
    }

    private static string Quote(string text) => $"\"{StringFunctions.Escape(text)}\"";

    private static string Structure(TemplateContext? context, object value, int depth)
    {
        var limit = context?.ObjectRecursionLimit ?? DefaultDepth;
        if (limit > 0 && depth >= limit)
        {
            throw new ScriptRuntimeException(default, "Structure is too deeply nested or contains reference loops.");
        }

        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        var text = new StringBuilder();
        switch (value)
        {
            case IScriptObject members and not IList:
                Pairs(context, text, members.GetMembers().Select(x => new KeyValuePair<object, object?>(x, Member(context, members, x))), depth);
                break;
            case IDictionary dictionary:
                Pairs(context, text, Entries(dictionary), depth);
                break;
            case IEnumerable items:
                Items(context, text, items, depth);
                break;
            default:
                var accessor = Accessors.TypeMembers.Of(value.GetType(), StandardMemberRenamer.Default, null);
                accessor.TryGet(value, "key", out var key);
                accessor.TryGet(value, "value", out var inner);
                Pairs(context, text, [new KeyValuePair<object, object?>(key ?? "", inner)], depth);
                break;
        }

        return text.ToString();
    }

    private static object? Member(TemplateContext? context, IScriptObject members, string name)
    {
        members.TryGetValue(context!, default, name, out var value);
        return value;
    }

    private static IEnumerable<KeyValuePair<object, object?>> Entries(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            yield return new KeyValuePair<object, object?>(entry.Key, entry.Value);
        }
    }

    private static void Pairs(TemplateContext? context, StringBuilder text, IEnumerable<KeyValuePair<object, object?>> pairs, int depth)
    {
        var first = true;
        text.Append('{');
        foreach (var (key, value) in pairs)
        {
            text.Append(first ? "" : ", ").Append(key).Append(": ").Append(Print(context, value, true, depth + 1));
            first = false;
            if (context?.IsFull(text.Length) == true)
            {
                return;
            }
        }

        text.Append('}');
    }

    private static void Items(TemplateContext? context, StringBuilder text, IEnumerable items, int depth)
    {
        var count = 0;
        if (items is ScriptRange range)
        {
            context?.CheckSteps(default, range.Count);
        }

        text.Append('[');
        foreach (var item in items)
        {
            context?.CheckItems(default, count);
            text.Append(count++ == 0 ? "" : ", ").Append(Print(context, item, true, depth + 1));
            if (context?.IsFull(text.Length) == true)
            {
                return;
            }
        }

        text.Append(']');
    }
}
