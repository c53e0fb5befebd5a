using System.Collections;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>What the operators between two values do, by the kinds of the values.</summary>
internal static class ScriptBinaryOperations
{
    public static object? Evaluate(
        TemplateContext context, SourceSpan span, ScriptBinaryOperator op, SourceSpan leftSpan, object? left, SourceSpan rightSpan, object? right)
    {
        try
        {
            if (left is int a && right is int b)
            {
                return ScriptArithmetic.Int32(op, a, b);
            }

            return Mixed(context, new Operands(span, op, leftSpan, left, rightSpan, right));
        }
        catch (Exception ex) when (ex is ArithmeticException or InvalidCastException or ArgumentException or FormatException)
        {
            throw new ScriptRuntimeException(span, ex.Message, ex);
        }
    }

    private static object? Mixed(TemplateContext context, Operands x)
    {
        if (x.Op is ScriptBinaryOperator.ShiftLeft && x.Left is IList leftList)
        {
            context.CheckItems(x.Span, leftList.Count);
            return new ScriptArray(leftList) { x.Right };
        }

        if (x.Op is ScriptBinaryOperator.ShiftRight && x.Right is IList rightList)
        {
            context.CheckItems(x.Span, rightList.Count);
            var result = new ScriptArray(rightList);
            result.Insert(0, x.Left);
            return result;
        }

        if (x.Left is string or char || x.Right is string or char)
        {
            return Strings(context, x);
        }

        if (x.Left is EmptyScriptObject || x.Right is EmptyScriptObject)
        {
            return Emptiness(context, x);
        }

        if (x.Left is null || x.Right is null)
        {
            return Nulls(x);
        }

        if (x.Left is IList || x.Right is IList)
        {
            return ScriptArrayOperations.Evaluate(context, x);
        }

        if (ScriptArithmetic.IsNumber(x.Left) && ScriptArithmetic.IsNumber(x.Right))
        {
            return ScriptArithmetic.Numbers(context, x);
        }

        return Others(context, x);
    }

    private static object? Strings(TemplateContext context, Operands x)
    {
        if (x.Op == ScriptBinaryOperator.Multiply)
        {
            return Repeat(context, x);
        }

        if (x.Left is null || x.Right is null)
        {
            switch (x.Op)
            {
                case ScriptBinaryOperator.CompareEqual:
                    return false;
                case ScriptBinaryOperator.CompareNotEqual:
                    return true;
                case ScriptBinaryOperator.CompareLess or ScriptBinaryOperator.CompareGreater
                    or ScriptBinaryOperator.CompareLessOrEqual or ScriptBinaryOperator.CompareGreaterOrEqual:
                    return false;
                default:
                    break;
            }
        }

        var left = context.ObjectToString(x.Left);
        var right = context.ObjectToString(x.Right);
        switch (x.Op)
        {
            case ScriptBinaryOperator.Add:
                context.CheckLength(x.Span, (long)left.Length + right.Length);
                return string.Concat(left, right);
            case ScriptBinaryOperator.CompareEqual:
                return left == right;
            case ScriptBinaryOperator.CompareNotEqual:
                return left != right;
            default:
                return Ordered(x.Op, context.CurrentCulture.CompareInfo.Compare(left, right))
                    ?? throw new ScriptRuntimeException(x.Span, $"The operator `{x.Op.ToText()}` is not supported on string objects");
        }
    }

    private static string Repeat(TemplateContext context, Operands x)
    {
        var (text, count, countSpan) = x.Left is string or char
            ? (context.ObjectToString(x.Left), x.Right, x.RightSpan)
            : (context.ObjectToString(x.Right), x.Left, x.LeftSpan);
        if (!ScriptArithmetic.IsNumber(count))
        {
            throw new ScriptRuntimeException(x.Span, "Expecting an integer. The operator `*` is not supported for the expression. Only working on string x int or int x string");
        }

        var times = Math.Max(0, context.ToInt(countSpan, count));
        context.CheckLength(x.Span, (long)text.Length * times);
        return string.Concat(Enumerable.Repeat(text, times));
    }

    private static object Emptiness(TemplateContext context, Operands x)
    {
        var other = x.Left is EmptyScriptObject ? x.Right : x.Left;
        var isEmpty = other is EmptyScriptObject || context.IsEmpty(x.Span, other) is true;
        return x.Op switch
        {
            ScriptBinaryOperator.CompareEqual => isEmpty,
            ScriptBinaryOperator.CompareNotEqual => !isEmpty,
            ScriptBinaryOperator.CompareLess or ScriptBinaryOperator.CompareGreater
                or ScriptBinaryOperator.CompareLessOrEqual or ScriptBinaryOperator.CompareGreaterOrEqual => false,
            _ => throw Unsupported(context, x),
        };
    }

    private static object? Nulls(Operands x) => x.Op switch
    {
        ScriptBinaryOperator.CompareEqual => x.Left is null && x.Right is null,
        ScriptBinaryOperator.CompareNotEqual => x.Left is not null || x.Right is not null,
        ScriptBinaryOperator.CompareLess or ScriptBinaryOperator.CompareGreater
            or ScriptBinaryOperator.CompareLessOrEqual or ScriptBinaryOperator.CompareGreaterOrEqual => false,
        _ => null,
    };

    private static object? Others(TemplateContext context, Operands x)
    {
        if (x.Left is bool leftBool && x.Right is bool rightBool)
        {
            return Equality(x.Op, leftBool == rightBool)
                ?? throw new ScriptRuntimeException(x.Span, $"The operator `{x.Op.ToText()}` is not valid for bool<->bool");
        }

        if (ScriptDates.Evaluate(x) is { } date)
        {
            return date;
        }

        if (Equality(x.Op, Equals(x.Left, x.Right)) is { } equal)
        {
            return equal;
        }

        if (x.Left is IComparable comparable && x.Left.GetType() == x.Right!.GetType() && Ordered(x.Op, comparable.CompareTo(x.Right)) is { } ordered)
        {
            return ordered;
        }

        throw Unsupported(context, x);
    }

    public static ScriptRuntimeException Unsupported(TemplateContext context, Operands x) => new(
        x.Span,
        $"Unsupported types `{context.ObjectToString(x.Left, true)}/{context.GetTypeName(x.Left)}` {x.Op.ToText()} `{context.ObjectToString(x.Right, true)}/{context.GetTypeName(x.Right)}` for binary operation");

    public static object? Equality(ScriptBinaryOperator op, bool isEqual) => op switch
    {
        ScriptBinaryOperator.CompareEqual => isEqual,
        ScriptBinaryOperator.CompareNotEqual => !isEqual,
        _ => null,
    };

    public static object? Ordered(ScriptBinaryOperator op, int comparison) => op switch
    {
        ScriptBinaryOperator.CompareLess => comparison < 0,
        ScriptBinaryOperator.CompareLessOrEqual => comparison <= 0,
        ScriptBinaryOperator.CompareGreater => comparison > 0,
        ScriptBinaryOperator.CompareGreaterOrEqual => comparison >= 0,
        _ => Equality(op, comparison == 0),
    };
}
