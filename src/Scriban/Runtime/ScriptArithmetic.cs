using System.Numerics;
using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>Operators on numbers. Integers grow where the result needs it; a division of integers gives a double.</summary>
internal static class ScriptArithmetic
{
    private const int MaximumShift = 1 << 16;

    public static bool IsNumber(object? value) => value
        is int or long or double or decimal or float or byte or sbyte or short or ushort or uint or ulong or BigInteger;

    public static object Int32(ScriptBinaryOperator op, int left, int right) => op switch
    {
        ScriptBinaryOperator.Add => Fit((long)left + right),
        ScriptBinaryOperator.Subtract => Fit((long)left - right),
        ScriptBinaryOperator.Multiply => Fit((long)left * right),
        ScriptBinaryOperator.Divide => right == 0 ? throw new DivideByZeroException() : (double)left / right,
        ScriptBinaryOperator.DivideRound => Fit((long)left / right),
        ScriptBinaryOperator.Modulus => Fit((long)left % right),
        ScriptBinaryOperator.ShiftLeft or ScriptBinaryOperator.ShiftRight => Big(op, left, right),
        ScriptBinaryOperator.RangeInclude or ScriptBinaryOperator.RangeExclude => ScriptRange.Create(op, left, right),
        _ => ScriptBinaryOperations.Ordered(op, left.CompareTo(right))!,
    };

    public static object Numbers(TemplateContext context, Operands x)
    {
        var (left, right) = (x.Left!, x.Right!);
        if (left is double or float || right is double or float)
        {
            return left is decimal || right is decimal
                ? Decimals(context, x)
                : left is not double && right is not double ? Float(context, x) : Doubles(context, x);
        }

        return left is decimal || right is decimal ? Decimals(context, x) : Big(x.Op, ToBig(left), ToBig(right));
    }

    public static object? Sign(TemplateContext context, SourceSpan span, ScriptUnaryOperator op, object? value)
    {
        var negate = op == ScriptUnaryOperator.Negate;
        return value switch
        {
            null => null,
            int i => negate ? Fit(-(long)i) : i,
            double d => negate ? -d : d,
            float f => negate ? -f : f,
            decimal m => negate ? -m : m,
            TimeSpan t => negate ? -t : t,
            _ when IsNumber(value) => Fit(negate ? -ToBig(value) : ToBig(value)),
            bool b => negate ? (b ? -1 : 0) : (b ? 1 : 0),
            _ => throw new ScriptRuntimeException(span, $"Unexpected value `{context.ObjectToString(value, true)} / Type: {context.GetTypeName(value)}`. Cannot negate(-)/positive(+) a non-numeric value"),
        };
    }

    public static BigInteger ToBig(object value) => value switch
    {
        int i => i,
        long l => l,
        BigInteger b => b,
        ulong u => u,
        _ => Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>The smallest of int, long and big integer that holds a value.</summary>
    public static object Fit(BigInteger value) =>
        value >= long.MinValue && value <= long.MaxValue ? Fit((long)value) : value;

    public static object Fit(long value) => value is >= int.MinValue and <= int.MaxValue ? (object)(int)value : value;

    private static object Big(ScriptBinaryOperator op, BigInteger left, BigInteger right) => op switch
    {
        ScriptBinaryOperator.Add => Fit(left + right),
        ScriptBinaryOperator.Subtract => Fit(left - right),
        ScriptBinaryOperator.Multiply => Fit(Bounded(left, right)),
        ScriptBinaryOperator.Divide => right.IsZero ? throw new DivideByZeroException() : (double)left / (double)right,
        ScriptBinaryOperator.DivideRound => Fit(left / right),
        ScriptBinaryOperator.Modulus => Fit(left % right),
        ScriptBinaryOperator.ShiftLeft => Fit(left << Shift(left, right)),
        ScriptBinaryOperator.ShiftRight => Fit(left >> Shift(left, right)),
        ScriptBinaryOperator.RangeInclude or ScriptBinaryOperator.RangeExclude => ScriptRange.Create(op, (long)left, (long)right),
        _ => ScriptBinaryOperations.Ordered(op, left.CompareTo(right))!,
    };

    private static BigInteger Bounded(BigInteger left, BigInteger right) =>
        left.GetBitLength() + right.GetBitLength() <= MaximumShift
            ? left * right
            : throw new OverflowException("The number is too large");

    private static int Shift(BigInteger left, BigInteger by) =>
        BigInteger.Abs(by) + left.GetBitLength() <= MaximumShift ? (int)by : throw new OverflowException("The number is too large");

    private static object Float(TemplateContext context, Operands x)
    {
        var (a, b) = (context.ToFloat(x.LeftSpan, x.Left), context.ToFloat(x.RightSpan, x.Right));
        return x.Op switch
        {
            ScriptBinaryOperator.Add => a + b,
            ScriptBinaryOperator.Subtract => a - b,
            ScriptBinaryOperator.Multiply => a * b,
            ScriptBinaryOperator.Divide => a / b,
            ScriptBinaryOperator.DivideRound => MathF.Round(a / b),
            ScriptBinaryOperator.Modulus => a % b,
            _ => Compare(x, a, b, "float"),
        };
    }

    private static object Doubles(TemplateContext context, Operands x)
    {
        var (a, b) = (context.ToDouble(x.LeftSpan, x.Left), context.ToDouble(x.RightSpan, x.Right));
        return x.Op switch
        {
            ScriptBinaryOperator.Add => a + b,
            ScriptBinaryOperator.Subtract => a - b,
            ScriptBinaryOperator.Multiply => a * b,
            ScriptBinaryOperator.Divide => a / b,
            ScriptBinaryOperator.DivideRound => Math.Round(a / b),
            ScriptBinaryOperator.Modulus => a % b,
            _ => Compare(x, a, b, "double"),
        };
    }

    private static object Decimals(TemplateContext context, Operands x)
    {
        var (a, b) = (context.ToDecimal(x.LeftSpan, x.Left), context.ToDecimal(x.RightSpan, x.Right));
        return x.Op switch
        {
            ScriptBinaryOperator.Add => a + b,
            ScriptBinaryOperator.Subtract => a - b,
            ScriptBinaryOperator.Multiply => a * b,
            ScriptBinaryOperator.Divide => a / b,
            ScriptBinaryOperator.DivideRound => Math.Round(a / b),
            ScriptBinaryOperator.Modulus => a % b,
            _ => ScriptBinaryOperations.Ordered(x.Op, a.CompareTo(b)) ?? throw Unsupported(x, "decimal"),
        };
    }

    /// <summary>Compares as IEEE 754 does: nothing holds for a NaN but inequality.</summary>
    private static object Compare(Operands x, double a, double b, string kind) => x.Op switch
    {
        ScriptBinaryOperator.CompareEqual => a == b,
        ScriptBinaryOperator.CompareNotEqual => a != b,
        ScriptBinaryOperator.CompareLess => a < b,
        ScriptBinaryOperator.CompareLessOrEqual => a <= b,
        ScriptBinaryOperator.CompareGreater => a > b,
        ScriptBinaryOperator.CompareGreaterOrEqual => a >= b,
        _ => throw Unsupported(x, kind),
    };

    private static ScriptRuntimeException Unsupported(Operands x, string kind) =>
        new(x.Span, $"The operator `{x.Op.ToText()}` is not implemented for {kind}<->{kind}");
}
