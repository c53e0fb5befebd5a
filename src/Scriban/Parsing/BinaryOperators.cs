using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Which tokens are operators between expressions, and how tightly they bind.</summary>
internal static class BinaryOperators
{
    public static (ScriptBinaryOperator Operator, int Precedence)? Of(TokenType type) => type switch
    {
        TokenType.DoubleQuestion => (ScriptBinaryOperator.EmptyCoalescing, 20),
        TokenType.QuestionExclamation => (ScriptBinaryOperator.NotEmptyCoalescing, 20),
        TokenType.DoubleVerticalBar => (ScriptBinaryOperator.Or, 30),
        TokenType.DoubleAmp => (ScriptBinaryOperator.And, 40),
        TokenType.DoubleEqual => (ScriptBinaryOperator.CompareEqual, 70),
        TokenType.ExclamationEqual => (ScriptBinaryOperator.CompareNotEqual, 70),
        TokenType.Less => (ScriptBinaryOperator.CompareLess, 80),
        TokenType.LessEqual => (ScriptBinaryOperator.CompareLessOrEqual, 80),
        TokenType.Greater => (ScriptBinaryOperator.CompareGreater, 80),
        TokenType.GreaterEqual => (ScriptBinaryOperator.CompareGreaterOrEqual, 80),
        TokenType.DoubleDot => (ScriptBinaryOperator.RangeInclude, 90),
        TokenType.DoubleDotLess => (ScriptBinaryOperator.RangeExclude, 90),
        TokenType.DoubleLess => (ScriptBinaryOperator.ShiftLeft, 100),
        TokenType.DoubleGreater => (ScriptBinaryOperator.ShiftRight, 100),
        TokenType.Plus => (ScriptBinaryOperator.Add, 110),
        TokenType.Minus => (ScriptBinaryOperator.Subtract, 110),
        TokenType.Asterisk => (ScriptBinaryOperator.Multiply, 120),
        TokenType.Divide => (ScriptBinaryOperator.Divide, 120),
        TokenType.DoubleDivide => (ScriptBinaryOperator.DivideRound, 120),
        TokenType.Percent => (ScriptBinaryOperator.Modulus, 120),
        _ => null,
    };

    public static bool IsAssignment(TokenType type, out ScriptBinaryOperator? compound)
    {
        compound = type switch
        {
            TokenType.PlusEqual => ScriptBinaryOperator.Add,
            TokenType.MinusEqual => ScriptBinaryOperator.Subtract,
            TokenType.AsteriskEqual => ScriptBinaryOperator.Multiply,
            TokenType.DivideEqual => ScriptBinaryOperator.Divide,
            TokenType.DoubleDivideEqual => ScriptBinaryOperator.DivideRound,
            TokenType.PercentEqual => ScriptBinaryOperator.Modulus,
            _ => null,
        };
        return compound is not null || type == TokenType.Equal;
    }
}
