using System.Collections.Immutable;
using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Expressions: operators, calls, pipes, assignments.</summary>
internal sealed partial class Parser
{
    /// <summary>The arguments of a for loop end its iterator.</summary>
    private bool _inLoopHead;

    /// <summary>Between <c>?</c> and <c>:</c> a colon doesn't make a named argument.</summary>
    private bool _inThenValue;

    /// <summary>Between the values of a when, <c>||</c> is a comma.</summary>
    private bool _inWhenValue;

    private ScriptExpression? ExpectExpression(Construct construct, int precedence, bool allowAssignment = false, bool allowCall = true)
    {
        if (StartsExpression(Current))
        {
            return ParseExpression(precedence, allowAssignment, allowCall);
        }

        Error(CurrentSpan, construct, $"Expecting <expression> instead of `{AsText(Current)}`");
        return null;
    }

    /// <summary>Reads an expression of operators that bind tighter than <paramref name="precedence"/>; zero for a whole expression.</summary>
    private ScriptExpression? ParseExpression(int precedence, bool allowAssignment = false, bool allowCall = true)
    {
        if (!TryEnter())
        {
            return null;
        }

        var expression = ParseCallOrOperators(precedence, allowAssignment, allowCall);
        Leave();
        return expression;
    }

    private ScriptExpression? ParseCallOrOperators(int precedence, bool allowAssignment, bool allowCall)
    {
        var start = Current.Start;
        var left = ParseOperand(allowCall);
        if (left is null)
        {
            return null;
        }

        left = ParseOperators(left, start, precedence, allowCall);
        if (left is not null && allowCall && StartsArgument())
        {
            left = ParseCall(left, start, precedence);
        }

        if (left is null)
        {
            return null;
        }

        if (precedence == 0 || BinaryOperators.IsAssignment(Current.Type, out _))
        {
            left = ParseTail(left, start, precedence, allowAssignment);
        }

        return left;
    }

    /// <summary>Reads the operators behind an operand.</summary>
    private ScriptExpression? ParseOperators(ScriptExpression left, TextPosition start, int precedence, bool allowCall)
    {
        while (BinaryOperators.Of(Current.Type) is { } found && found.Precedence > precedence && !(_inWhenValue && found.Operator == ScriptBinaryOperator.Or))
        {
            Next();
            var right = ExpectExpression(Construct.Binary, found.Precedence, allowCall: allowCall);
            if (right is null)
            {
                return null;
            }

            left = Close(new ScriptBinaryExpression(left, found.Operator, right), start);
        }

        return left;
    }

    /// <summary>Reads arguments separated by white space.</summary>
    private ScriptFunctionCall? ParseCall(ScriptExpression target, TextPosition start, int precedence)
    {
        var arguments = ImmutableArray.CreateBuilder<ScriptExpression>();
        var named = false;
        while (StartsArgument())
        {
            var argumentStart = Current;
            if (StartsNamedArgument())
            {
                named = true;
                arguments.Add(ParseNamedArgument(precedence));
                continue;
            }

            var argument = ParseOperand(allowCall: false);
            argument = argument is null ? null : ParseOperators(argument, argumentStart.Start, precedence, allowCall: false);
            if (argument is null)
            {
                return null;
            }

            if (named)
            {
                Error(argument.Span, "Once arguments are named, the following arguments must be all named");
            }

            arguments.Add(argument);
            if (Current.Type == TokenType.Colon && !_inThenValue)
            {
                Error(argument.Span, "Expecting a simple global or local variable before `:` in order to create a named argument");
                break;
            }
        }

        return Close(new ScriptFunctionCall(target, arguments.ToImmutable(), isExplicit: false), start);
    }

    private ScriptNamedArgument ParseNamedArgument(int precedence)
    {
        var name = Current;
        Next();
        Next();
        var value = ExpectExpression(Construct.NamedArgument, Math.Max(precedence, 1), allowCall: false);
        return Close(new ScriptNamedArgument(AsText(name).TrimStart('$'), value ?? Nothing), name.Start);
    }

    /// <summary>Reads what may follow a whole expression: an assignment, a condition, pipes.</summary>
    private ScriptExpression? ParseTail(ScriptExpression left, TextPosition start, int precedence, bool allowAssignment)
    {
        if (BinaryOperators.IsAssignment(Current.Type, out var compound))
        {
            return ParseAssignment(left, start, compound, allowAssignment && precedence == 0);
        }

        if (Current.Type == TokenType.Question)
        {
            var conditional = ParseConditional(left, start);
            if (conditional is null)
            {
                return null;
            }

            left = conditional;
        }

        return ParsePipes(left, start);
    }

    private ScriptExpression? ParseAssignment(ScriptExpression target, TextPosition start, ScriptBinaryOperator? compound, bool allowed)
    {
        if (!allowed)
        {
            Error(target.Span, Construct.Assign, "Expression is only allowed for a top level assignment");
        }
        else if (compound is null && ParseInlineFunction(target) is { } function)
        {
            return function;
        }

        Next();
        var value = ExpectExpression(Construct.Assign, 0);
        return value is null ? null : Close(new ScriptAssignExpression(target, compound, value), start);
    }

    private ScriptConditionalExpression? ParseConditional(ScriptExpression condition, TextPosition start)
    {
        Next();
        var outer = _inThenValue;
        _inThenValue = true;
        var thenValue = ExpectExpression(Construct.Conditional, 0);
        _inThenValue = outer;
        if (thenValue is null)
        {
            return null;
        }

        if (Current.Type != TokenType.Colon)
        {
            Error(CurrentSpan, Construct.Conditional, $"Expecting `:` instead of `{AsText(Current)}`");
            return null;
        }

        Next();
        var elseValue = ExpectExpression(Construct.Conditional, 0);
        return elseValue is null ? null : Close(new ScriptConditionalExpression(condition, thenValue, elseValue), start);
    }

    private ScriptExpression? ParsePipes(ScriptExpression left, TextPosition start)
    {
        while (SkipLinesBefore(TokenType.VerticalBar))
        {
            Next();
            while (Current.Type == TokenType.NewLine)
            {
                Next();
            }

            var to = ExpectExpression(Construct.Pipe, 1);
            if (to is not null && Current.Type == TokenType.Question)
            {
                to = ParseConditional(to, to.Span.Start);
            }

            if (to is null)
            {
                return null;
            }

            left = Close(new ScriptPipeCall(left, to), start);
        }

        return left;
    }

    /// <summary>Whether the next token that isn't the end of a line is of a kind; moves to it if so.</summary>
    private bool SkipLinesBefore(TokenType type)
    {
        if (Current.Type == TokenType.NewLine)
        {
            var count = 1;
            while (Peek(count).Type == TokenType.NewLine)
            {
                count++;
            }

            if (Peek(count).Type != type)
            {
                return false;
            }

            for (; count > 0; count--)
            {
                Next();
            }
        }

        return Current.Type == type;
    }

    /// <summary>Whether an argument follows; <c>+</c> and <c>-</c> are taken for operators between expressions.</summary>
    private bool StartsArgument() => StartsExpression(Current) && Current.Type is not (TokenType.Plus or TokenType.Minus) && !IsLoopArgument();

    private bool StartsNamedArgument() =>
        !_inThenValue && Current.Type is TokenType.Identifier or TokenType.IdentifierSpecial && Peek().Type == TokenType.Colon;

    private bool IsLoopArgument() =>
        _inLoopHead && Current.Type == TokenType.Identifier && (Peek().Type == TokenType.Colon || AsText(Current) == "reversed");

    private static bool StartsExpression(Token token) => token.Type
        is TokenType.Identifier or TokenType.IdentifierSpecial
        or TokenType.Integer or TokenType.HexInteger or TokenType.BinaryInteger or TokenType.Float
        or TokenType.String or TokenType.VerbatimString or TokenType.BeginInterpolatedString
        or TokenType.OpenParen or TokenType.OpenBrace or TokenType.OpenBracket
        or TokenType.Exclamation or TokenType.Minus or TokenType.Plus or TokenType.Arroba or TokenType.Caret
        or TokenType.DoublePlus or TokenType.DoubleMinus;
}
