using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>Operators between dates and intervals.</summary>
internal static class ScriptDates
{
    /// <summary>The result, or null where the operator has no meaning for these values.</summary>
    public static object? Evaluate(Operands x) => (x.Left, x.Right) switch
    {
        (DateTime a, DateTime b) => x.Op == ScriptBinaryOperator.Subtract ? a - b : ScriptBinaryOperations.Ordered(x.Op, a.CompareTo(b)),
        (DateTimeOffset a, DateTimeOffset b) => x.Op == ScriptBinaryOperator.Subtract ? a - b : ScriptBinaryOperations.Ordered(x.Op, a.CompareTo(b)),
        (DateTime a, TimeSpan b) => Move(x.Op, b) is { } by ? a + by : null,
        (DateTimeOffset a, TimeSpan b) => Move(x.Op, b) is { } by ? a + by : null,
        (TimeSpan a, TimeSpan b) => Move(x.Op, b) is { } by ? a + by : ScriptBinaryOperations.Ordered(x.Op, a.CompareTo(b)),
        _ => null,
    };

    private static TimeSpan? Move(ScriptBinaryOperator op, TimeSpan by) => op switch
    {
        ScriptBinaryOperator.Add => by,
        ScriptBinaryOperator.Subtract => -by,
        _ => null,
    };
}
