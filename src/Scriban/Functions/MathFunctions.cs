using System.Globalization;
using System.Numerics;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>The functions of the object <c>math</c>.</summary>
public class MathFunctions : ScriptObject
{
    /// <summary>The value without its sign.</summary>
    public static object? Abs(TemplateContext context, SourceSpan span, object? value)
    {
        ArgumentNullException.ThrowIfNull(context);
        return value switch
        {
            null => null,
            float f => MathF.Abs(f),
            double d => Math.Abs(d),
            decimal m => Math.Abs(m),
            _ when ScriptArithmetic.IsNumber(value) => ScriptArithmetic.Fit(BigInteger.Abs(ScriptArithmetic.ToBig(value))),
            _ => throw new ScriptRuntimeException(span, $"The value `{context.ObjectToString(value)}` is not a number"),
        };
    }

    /// <summary>The smallest integer that isn't less.</summary>
    public static double Ceil(double value) => Math.Ceiling(value);

    /// <summary>Divides; by an integer the result is rounded down to one.</summary>
    public static object? DividedBy(TemplateContext context, SourceSpan span, object? value, object? divisor)
    {
        var result = Evaluate(context, span, ScriptBinaryOperator.Divide, value, divisor);
        return result is null || divisor is double or float or decimal
            ? result
            : ScriptArithmetic.Fit(new BigInteger(Math.Floor(context.ToDouble(span, result))));
    }

    /// <summary>The largest integer that isn't greater.</summary>
    public static double Floor(double value) => Math.Floor(value);

    /// <summary>A number in a .NET format.</summary>
    public static string? Format(TemplateContext context, SourceSpan span, object? value, string? format, string? culture = null) =>
        value is null ? "" : ObjectFunctions.Format(context, span, value, format, culture);

    /// <summary>Whether a value is a number.</summary>
    public static bool IsNumber(object? value) => ScriptArithmetic.IsNumber(value);

    /// <summary>Subtracts.</summary>
    public static object? Minus(TemplateContext context, SourceSpan span, object? value, object? with) =>
        Evaluate(context, span, ScriptBinaryOperator.Subtract, value, with);

    /// <summary>The remainder of a division.</summary>
    public static object? Modulo(TemplateContext context, SourceSpan span, object? value, object? with) =>
        Evaluate(context, span, ScriptBinaryOperator.Modulus, value, with);

    /// <summary>Adds.</summary>
    public static object? Plus(TemplateContext context, SourceSpan span, object? value, object? with) =>
        Evaluate(context, span, ScriptBinaryOperator.Add, value, with);

    /// <summary>A random number, from a bound up to but not including another.</summary>
    public static int Random(TemplateContext context, SourceSpan span, int minValue, int maxValue)
    {
        if (minValue >= maxValue)
        {
            throw new ScriptRuntimeException(span, "minValue must be greater than maxValue");
        }

        return System.Security.Cryptography.RandomNumberGenerator.GetInt32(minValue, maxValue);
    }

    /// <summary>Rounds to a number of fractional digits, halves to the even digit.</summary>
    public static double Round(double value, int precision = 0) => Math.Round(value, precision);

    /// <summary>Multiplies.</summary>
    public static object? Times(TemplateContext context, SourceSpan span, object? value, object? with) =>
        Evaluate(context, span, ScriptBinaryOperator.Multiply, value, with);

    /// <summary>A new UUID.</summary>
    public static string Uuid() => Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture);

    private static object? Evaluate(TemplateContext context, SourceSpan span, ScriptBinaryOperator op, object? left, object? right) =>
        left is null || right is null ? null : ScriptBinaryOperations.Evaluate(context, span, op, span, left, span, right);
}
