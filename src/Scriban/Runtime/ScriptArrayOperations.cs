using System.Collections;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>Operators on arrays.</summary>
internal static class ScriptArrayOperations
{
    public static object Evaluate(TemplateContext context, Operands x)
    {
        if (x.Left is IList left && x.Right is IList right)
        {
            return x.Op switch
            {
                ScriptBinaryOperator.Add => Concat(context, x, left, right),
                _ => Compare(context, x, left, right),
            };
        }

        if (ScriptBinaryOperations.Equality(x.Op, false) is { } equal)
        {
            return equal;
        }

        var array = (IList)(x.Left as IList ?? x.Right)!;
        var other = x.Left is IList ? x.Right : x.Left;
        return x.Op == ScriptBinaryOperator.Multiply && ScriptArithmetic.IsNumber(other)
            ? Repeat(context, x, array, context.ToInt(x.RightSpan, other))
            : throw ScriptBinaryOperations.Unsupported(context, x);
    }

    private static ScriptArray Concat(TemplateContext context, Operands x, IList left, IList right)
    {
        context.CheckItems(x.Span, (long)left.Count + right.Count);
        return new ScriptArray(left.Cast<object?>().Concat(right.Cast<object?>()));
    }

    private static ScriptArray Repeat(TemplateContext context, Operands x, IList items, int times)
    {
        context.CheckSteps(x.Span, (long)items.Count * Math.Max(0, times));
        var result = new ScriptArray();
        for (var i = 0; i < times; i++)
        {
            result.AddRange(items.Cast<object?>());
        }

        return result;
    }

    /// <summary>Compares item by item; the shorter array is the smaller where its items are equal.</summary>
    private static object Compare(TemplateContext context, Operands x, IList left, IList right)
    {
        for (var i = 0; i < left.Count && i < right.Count; i++)
        {
            if (!Holds(context, x, ScriptBinaryOperator.CompareEqual, left[i], right[i]))
            {
                return ScriptBinaryOperations.Equality(x.Op, false)
                    ?? ScriptBinaryOperations.Ordered(x.Op, Holds(context, x, ScriptBinaryOperator.CompareLess, left[i], right[i]) ? -1 : 1)
                    ?? throw ScriptBinaryOperations.Unsupported(context, x);
            }
        }

        return ScriptBinaryOperations.Ordered(x.Op, left.Count.CompareTo(right.Count)) ?? throw ScriptBinaryOperations.Unsupported(context, x);
    }

    private static bool Holds(TemplateContext context, Operands x, ScriptBinaryOperator op, object? left, object? right)
    {
        // Arrays can hold themselves.
        StackGuard.Check(x.Span);
        return ScriptBinaryOperations.Evaluate(context, x.Span, op, x.LeftSpan, left, x.RightSpan, right) is true;
    }
}
