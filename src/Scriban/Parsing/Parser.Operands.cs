using System.Collections.Immutable;
using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Operands, and the members, indexers and calls behind them.</summary>
internal sealed partial class Parser
{
    private ScriptExpression? ParseOperand(bool allowCall)
    {
        var start = Current.Start;
        var operand = Current.Type switch
        {
            TokenType.Identifier when AsText(Current) == "do" => ParseAnonymousFunction(),
            TokenType.Identifier or TokenType.IdentifierSpecial => ParseVariable(),
            TokenType.Integer or TokenType.HexInteger or TokenType.BinaryInteger or TokenType.Float => ParseNumber(),
            TokenType.String or TokenType.VerbatimString => ParseString(),
            TokenType.BeginInterpolatedString => ParseInterpolatedString(),
            TokenType.OpenParen => ParseNested(),
            TokenType.OpenBracket => ParseArray(),
            TokenType.OpenBrace => ParseObject(),
            TokenType.DoublePlus or TokenType.DoubleMinus => ParsePrefix(),
            TokenType.Exclamation or TokenType.Minus or TokenType.Plus or TokenType.Arroba or TokenType.Caret => ParseUnary(allowCall),
            _ => Unexpected(),
        };
        return operand is null or ScriptUnaryExpression or ScriptIncrementDecrementExpression ? operand : ParsePostfix(operand, start);
    }

    private ScriptExpression? Unexpected()
    {
        Error(CurrentSpan, $"Unexpected token `{AsText(Current)}` while parsing expression");
        return null;
    }

    private ScriptUnaryExpression? ParseUnary(bool allowCall)
    {
        var token = Current;
        Next();
        var op = token.Type switch
        {
            TokenType.Exclamation => ScriptUnaryOperator.Not,
            TokenType.Minus => ScriptUnaryOperator.Negate,
            TokenType.Plus => ScriptUnaryOperator.Plus,
            TokenType.Arroba => ScriptUnaryOperator.FunctionAlias,
            _ => ScriptUnaryOperator.FunctionParametersExpand,
        };

        // `f @g 1` passes g and 1 to f.
        var takesCall = allowCall && op is not (ScriptUnaryOperator.FunctionAlias or ScriptUnaryOperator.FunctionParametersExpand);
        var right = ExpectExpression(Construct.Unary, int.MaxValue, allowCall: takesCall);
        return right is null ? null : Close(new ScriptUnaryExpression(op, right), token.Start);
    }

    private ScriptIncrementDecrementExpression? ParsePrefix()
    {
        var token = Current;
        Next();
        var target = ExpectExpression(Construct.IncrementDecrement, int.MaxValue, allowCall: false);
        return target is null ? null : MakeIncrement(token, target, isPostfix: false, token.Start);
    }

    private ScriptIncrementDecrementExpression MakeIncrement(Token token, ScriptExpression target, bool isPostfix, TextPosition start)
    {
        if (target is not IScriptVariablePath)
        {
            Error(target.Span, Construct.IncrementDecrement, "Expecting a variable, a property or an indexer");
        }

        var op = token.Type == TokenType.DoublePlus ? ScriptUnaryOperator.Increment : ScriptUnaryOperator.Decrement;
        return Close(new ScriptIncrementDecrementExpression(op, target, isPostfix), start);
    }

    /// <summary>Reads members, indexers, calls with parentheses and <c>++</c> behind an operand.</summary>
    private ScriptExpression? ParsePostfix(ScriptExpression operand, TextPosition start)
    {
        var current = operand;
        while (true)
        {
            var adjacent = Current.Start.Offset == _previous.End.Offset + 1;
            ScriptExpression? next;
            switch (Current.Type)
            {
                case TokenType.Dot or TokenType.QuestionDot:
                    next = ParseMember(current, start);
                    break;
                case TokenType.OpenBracket when adjacent:
                    next = ParseIndexer(current, start);
                    break;
                case TokenType.OpenParen when adjacent && current is IScriptVariablePath or ScriptFunctionCall:
                    next = ParseExplicitCall(current, start);
                    break;
                case TokenType.DoublePlus or TokenType.DoubleMinus when current is IScriptVariablePath && (adjacent || !StartsExpression(Peek())):
                    var token = Current;
                    Next();
                    return MakeIncrement(token, current, isPostfix: true, start);
                default:
                    return current;
            }

            if (next is null)
            {
                return null;
            }

            current = next;
        }
    }

    private ScriptMemberExpression? ParseMember(ScriptExpression target, TextPosition start)
    {
        var isOptional = Current.Type == TokenType.QuestionDot;
        var token = Peek();
        if (token.Type != TokenType.Identifier)
        {
            Error(SpanOf(token), $"Invalid token `{token.Type}`. The dot operator is expected to be followed by a plain identifier");
            return null;
        }

        Next();
        Next();
        var member = Close(new ScriptVariableGlobal(AsText(token)), token.Start);
        return Close(new ScriptMemberExpression(target, member, isOptional), start);
    }

    private ScriptIndexerExpression ParseIndexer(ScriptExpression target, TextPosition start)
    {
        Next();
        var index = ExpectInside(Construct.Indexer, "<index_expression>");

        if (Current.Type == TokenType.CloseBracket)
        {
            Next();
        }
        else
        {
            Error(CurrentSpan, $"Unexpected `{AsText(Current)}`. Expecting ']'");
        }

        return Close(new ScriptIndexerExpression(target, index ?? Nothing), start);
    }

    private ScriptFunctionCall? ParseExplicitCall(ScriptExpression target, TextPosition start)
    {
        Next();
        var arguments = ImmutableArray.CreateBuilder<ScriptExpression>();
        SkipLines();
        while (StartsExpression(Current))
        {
            var argument = StartsNamedArgument() ? ParseNamedArgument(0) : ParseInside();
            if (argument is null)
            {
                return null;
            }

            arguments.Add(argument);
            SkipLines();
            if (Current.Type != TokenType.Comma)
            {
                break;
            }

            Next();
            SkipLines();
        }

        ExpectClosing(TokenType.CloseParen, ")");
        return Close(new ScriptFunctionCall(target, arguments.ToImmutable(), isExplicit: true), start);
    }

    private ScriptNestedExpression ParseNested()
    {
        var start = Current.Start;
        Next();
        var expression = ExpectInside(Construct.Nested);
        if (Current.Type == TokenType.CloseParen)
        {
            Next();
        }
        else
        {
            Error(CurrentSpan, $"Invalid token `{AsText(Current)}`. Expecting a closing `)`.");
        }

        return Close(new ScriptNestedExpression(expression ?? Nothing), start);
    }

    private ScriptExpression? ExpectInside(Construct construct, string what = "<expression>")
    {
        if (StartsExpression(Current))
        {
            return ParseInside();
        }

        Error(CurrentSpan, construct, $"Expecting {what} instead of `{AsText(Current)}`");
        return null;
    }

    /// <summary>Reads a whole expression inside brackets, where what holds outside them doesn't.</summary>
    private ScriptExpression? ParseInside()
    {
        var outer = (_inLoopHead, _inThenValue, _inWhenValue);
        (_inLoopHead, _inThenValue, _inWhenValue) = (false, false, false);
        var expression = ParseExpression(0);
        (_inLoopHead, _inThenValue, _inWhenValue) = outer;
        return expression;
    }

    private void ExpectClosing(TokenType type, string text)
    {
        if (Current.Type == type)
        {
            Next();
            return;
        }

        Error(CurrentSpan, $"Unexpected token found `{AsText(Current)}` while expecting `{text}`.");
    }

    private void SkipLines()
    {
        while (Current.Type == TokenType.NewLine)
        {
            Next();
        }
    }
}
