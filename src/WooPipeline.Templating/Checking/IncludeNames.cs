using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Scriban.Syntax;

namespace WooPipeline.Templating;

/// <summary>The names that an include's first argument can have, as far as they stand in the template.</summary>
internal static class IncludeNames
{
    /// <summary>Each name with the place it stands at; a name that only begins so has <c>IsWhole</c> false.</summary>
    public static ImmutableArray<(string Name, bool IsWhole, ScriptNode Place)> Of(ScriptExpression expression) => expression switch
    {
        _ when !RuntimeHelpers.TryEnsureSufficientExecutionStack() => [("", false, expression)],
        ScriptLiteral { Value: string name } => [(name, true, expression)],
        ScriptNestedExpression nested => Of(nested.Expression),
        ScriptConditionalExpression choice => [.. Of(choice.ThenValue), .. Of(choice.ElseValue)],
        ScriptBinaryExpression { Operator: ScriptBinaryOperator.Add } sum => Beginning(Of(sum.Left)),
        ScriptInterpolatedExpression { Parts: [var first, ..] } => Beginning(Of(first)),
        _ => [("", false, expression)],
    };

    private static ImmutableArray<(string Name, bool IsWhole, ScriptNode Place)> Beginning(ImmutableArray<(string Name, bool IsWhole, ScriptNode Place)> names) =>
        [.. names.Select(n => (n.Name, false, n.Place))];
}
