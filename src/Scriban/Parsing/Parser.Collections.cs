using System.Collections.Immutable;
using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Arrays, objects and interpolated strings.</summary>
internal sealed partial class Parser
{
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
}
