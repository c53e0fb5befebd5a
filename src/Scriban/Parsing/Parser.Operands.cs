using System.Collections.Immutable;
using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Operands: variables, members, parentheses, arrays, objects, interpolated strings.</summary>
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

    private ScriptArrayInitializerExpression ParseArray()
    {
        var start = Current.Start;
        Next();
        var values = ImmutableArray.CreateBuilder<ScriptExpression>();
        SkipLines();
        while (Current.Type != TokenType.CloseBracket)
        {
            var value = ExpectInside(Construct.Array);
            if (value is null)
            {
                break;
            }

            values.Add(value);
            SkipLines();
            if (Current.Type != TokenType.Comma)
            {
                break;
            }

            Next();
            SkipLines();
        }

        ExpectClosing(TokenType.CloseBracket, "]");
        return Close(new ScriptArrayInitializerExpression(values.ToImmutable()), start);
    }

    private ScriptObjectInitializerExpression ParseObject()
    {
        var start = Current.Start;
        Next();
        var members = ImmutableArray.CreateBuilder<KeyValuePair<string, ScriptExpression>>();
        SkipLines();
        while (Current.Type != TokenType.CloseBrace)
        {
            if (!ParseObjectMember(members))
            {
                return Close(new ScriptObjectInitializerExpression(members.ToImmutable()), start);
            }

            SkipLines();
            if (Current.Type != TokenType.Comma)
            {
                break;
            }

            Next();
            SkipLines();
        }

        ExpectClosing(TokenType.CloseBrace, "}");
        return Close(new ScriptObjectInitializerExpression(members.ToImmutable()), start);
    }

    private bool ParseObjectMember(ImmutableArray<KeyValuePair<string, ScriptExpression>>.Builder members)
    {
        if (Current.Type is not (TokenType.Identifier or TokenType.String))
        {
            Error(CurrentSpan, $"Unexpected token `{AsText(Current)}` while parsing object initializer. Expecting a simple identifier for the member name.");
            return false;
        }

        var name = Current.Value ?? AsText(Current);
        Next();
        SkipLines();
        if (Current.Type != TokenType.Colon)
        {
            Error(CurrentSpan, $"Unexpected token `{AsText(Current)}` Expecting a colon : after identifier `{name}` for object initializer member name");
            return false;
        }

        Next();
        SkipLines();
        var value = ExpectInside(Construct.Object);
        members.Add(new KeyValuePair<string, ScriptExpression>(name, value ?? Nothing));
        return true;
    }

    private ScriptExpression? ParseInterpolatedString()
    {
        var start = Current.Start;
        var parts = ImmutableArray.CreateBuilder<ScriptExpression>();
        while (Current.Type is TokenType.BeginInterpolatedString or TokenType.ContinuationInterpolatedString)
        {
            AddText(parts);
            if (!StartsExpression(Current))
            {
                return Unexpected();
            }

            if (ParseInside() is not { } value)
            {
                return null;
            }

            parts.Add(value);
        }

        if (Current.Type != TokenType.EndingInterpolatedString)
        {
            Error(CurrentSpan, "Opened interpolated expression not closed on the same line.");
            return Unexpected();
        }

        AddText(parts);
        return Close(new ScriptInterpolatedExpression(parts.ToImmutable()), start);
    }

    private void AddText(ImmutableArray<ScriptExpression>.Builder parts)
    {
        var token = Current;
        Next();
        if (token.Value is { Length: > 0 } text)
        {
            parts.Add(Close(new ScriptLiteral(text), token.Start));
        }
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
