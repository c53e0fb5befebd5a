using System.Collections;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>The functions of the object <c>array</c>. None of them changes the list it is given.</summary>
public class ArrayFunctions : ScriptObject
{
    /// <summary>Adds a value to a list.</summary>
    public static IEnumerable Add(IEnumerable? list, object? value) => new ScriptArray(Items(list)) { value };

    /// <summary>The items of two lists.</summary>
    public static IEnumerable AddRange(IEnumerable? list1, IEnumerable? list2) => new ScriptArray(Items(list1).Concat(Items(list2)));

    /// <summary>Whether a function is true for one of the items.</summary>
    public static bool Any(TemplateContext context, SourceSpan span, IEnumerable? list, object function, params object?[] args)
    {
        ArgumentNullException.ThrowIfNull(context);
        var callback = Callback(span, function);
        return Items(list).Any(x => context.ToBool(span, FunctionArguments.CallBack(context, span, callback, [x, .. args])));
    }

    /// <summary>The items that aren't null.</summary>
    public static IEnumerable? Compact(IEnumerable? list) => list is null ? null : new ScriptArray(Items(list).Where(x => x is not null));

    /// <summary>The items of two lists.</summary>
    public static IEnumerable Concat(IEnumerable? list1, IEnumerable? list2) => AddRange(list1, list2);

    /// <summary>Whether an item is in a list.</summary>
    public static bool Contains(IEnumerable? list, object? item) => Items(list).Any(x => ValueComparer.AreEqual(x, item));

    /// <summary>The next item of a list each time it is called for a group; the same list is the same group.</summary>
    public static object? Cycle(TemplateContext context, SourceSpan span, IList? list, object? group = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (list is null || list.Count == 0)
        {
            return null;
        }

        var key = new CycleKey(group is null ? string.Join(',', Items(list).Select(x => context.ObjectToString(x))) : context.ObjectToString(group));
        var index = context.Tags.TryGetValue(key, out var value) && value is int i && i < list.Count ? i : 0;
        context.Tags[key] = (index + 1) % list.Count;
        return list[index];
    }

    /// <summary>The results of a function for each item.</summary>
    public static ScriptArray? Each(TemplateContext context, SourceSpan span, IEnumerable? list, object function)
    {
        var callback = Callback(span, function);
        return list is null ? null : new ScriptArray(Items(list).Select(x => FunctionArguments.CallBack(context, span, callback, [x])));
    }

    /// <summary>The items for which a function is true.</summary>
    public static ScriptArray? Filter(TemplateContext context, SourceSpan span, IEnumerable? list, object function)
    {
        ArgumentNullException.ThrowIfNull(context);
        var callback = Callback(span, function);
        return list is null ? null : new ScriptArray(Items(list).Where(x => context.ToBool(span, FunctionArguments.CallBack(context, span, callback, [x]))));
    }

    /// <summary>The first item.</summary>
    public static object? First(IEnumerable? list) => Items(list).FirstOrDefault();

    /// <summary>A list with a value put in at an index; nulls fill what is missing before it.</summary>
    public static IEnumerable InsertAt(TemplateContext context, SourceSpan span, IEnumerable? list, int index, object? value)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.CheckItems(span, index);
        var result = new ScriptArray(Items(list));
        while (result.Count < index)
        {
            result.Add(null);
        }

        result.Insert(Math.Max(0, index), value);
        return result;
    }

    /// <summary>The items as text with a delimiter between them.</summary>
    public static string? Join(TemplateContext context, SourceSpan span, IEnumerable? list, string? delimiter, object? function = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (list is null)
        {
            return "";
        }

        var callback = function is null ? null : Callback(span, function);
        var text = new System.Text.StringBuilder();
        var first = true;
        foreach (var item in Items(list))
        {
            var part = context.ObjectToString(item);
            text.Append(first ? "" : delimiter)
                .Append(callback is null ? part : context.ObjectToString(FunctionArguments.CallBack(context, span, callback, [part])));
            first = false;
            context.CheckLength(span, text.Length);
        }

        return text.ToString();
    }

    /// <summary>The last item.</summary>
    public static object? Last(IEnumerable? list) => list is IList items ? (items.Count > 0 ? items[^1] : null) : Items(list).LastOrDefault();

    /// <summary>The first items.</summary>
    public static ScriptArray? Limit(IEnumerable? list, int count) => list is null ? null : new ScriptArray(Items(list).Take(count));

    /// <summary>The values of a member of each item that has it.</summary>
    public static IEnumerable? Map(TemplateContext context, SourceSpan span, object? list, string? member)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (list is null || member is null)
        {
            return null;
        }

        var result = new ScriptArray();
        foreach (var item in list is IEnumerable items and not (string or IScriptObject and not IList) ? Items(items) : [list])
        {
            if (item is not null && context.GetMemberAccessor(item).TryGetValue(context, span, item, member, out var value))
            {
                result.Add(value);
            }
        }

        return result;
    }

    /// <summary>The items from an index on.</summary>
    public static ScriptArray? Offset(IEnumerable? list, int index) => list is null ? null : new ScriptArray(Items(list).Skip(index));

    /// <summary>A list without the item at an index, which counts from the end where it is negative.</summary>
    public static IList RemoveAt(IList? list, int index)
    {
        var result = new ScriptArray(Items(list));
        result.RemoveAt(index);
        return result;
    }

    /// <summary>The items from the last to the first.</summary>
    public static IEnumerable Reverse(IEnumerable? list) => new ScriptArray(Items(list).Reverse());

    /// <summary>The number of items.</summary>
    public static int Size(IEnumerable? list) => list is ICollection items ? items.Count : Items(list).Count();

    /// <summary>The items in the order of their values, or of a member of them.</summary>
    public static IEnumerable Sort(TemplateContext context, SourceSpan span, object? list, string? member = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        var items = Items(context.ToList(span, list));
        var comparer = new ValueComparer(context);
        return new ScriptArray(string.IsNullOrEmpty(member) ? items.Order(comparer) : items.OrderBy(x => MemberOf(context, span, x, member), comparer));
    }

    /// <summary>The items without those that came before.</summary>
    public static IEnumerable? Uniq(IEnumerable? list) => list is null ? null : new ScriptArray(Items(list).Distinct());

    private static IEnumerable<object?> Items(IEnumerable? list) => list switch
    {
        null => [],
        IEnumerable<object?> items => items,
        _ => list.Cast<object?>(),
    };

    private static object? MemberOf(TemplateContext context, SourceSpan span, object? item, string member) =>
        item is not null && context.GetMemberAccessor(item).TryGetValue(context, span, item, member, out var value) ? value : null;

    private static IScriptCustomFunction Callback(SourceSpan span, object? function) => function as IScriptCustomFunction
        ?? throw new ScriptRuntimeException(span, $"The parameter `{ValuePrinter.Print(function)}` is not a function. Maybe prefix it with @?");

    /// <summary>The group of a cycle.</summary>
    private sealed record CycleKey(string Group);
}
