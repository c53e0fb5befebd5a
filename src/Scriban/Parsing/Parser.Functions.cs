using System.Collections.Immutable;
using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Definitions of functions.</summary>
internal sealed partial class Parser
{
    private ScriptFunction ParseFunction()
    {
        var span = CurrentSpan;
        Next();
        var name = ExpectVariable(Construct.Function, span);
        var parameters = name is null ? null : ParseParameters();
        ExpectEndOfStatement();
        var (body, _) = ParseBlock(new BlockOwner(Construct.Function));
        return new ScriptFunction(name, parameters, body);
    }

    private ScriptAnonymousFunction ParseAnonymousFunction()
    {
        var token = Current;
        Next();
        var parameters = ParseParameters();
        ExpectEndOfStatement();
        var outer = (_inLoopHead, _inThenValue, _inWhenValue);
        (_inLoopHead, _inThenValue, _inWhenValue) = (false, false, false);
        var (body, _) = ParseBlock(new BlockOwner(Construct.AnonymousFunction));
        (_inLoopHead, _inThenValue, _inWhenValue) = outer;
        return Close(new ScriptAnonymousFunction(Close(new ScriptFunction(null, parameters, body), token.Start)), token.Start);
    }

    private ImmutableArray<ScriptParameter>? ParseParameters()
    {
        if (Current.Type != TokenType.OpenParen)
        {
            return null;
        }

        Next();
        var parameters = ImmutableArray.CreateBuilder<ScriptParameter>();
        while (Current.Type is TokenType.Identifier)
        {
            parameters.Add(ParseParameter(parameters));
            if (Current.Type != TokenType.Comma)
            {
                break;
            }

            Next();
        }

        ExpectClosing(TokenType.CloseParen, ")");
        return parameters.ToImmutable();
    }

    private ScriptParameter ParseParameter(ImmutableArray<ScriptParameter>.Builder before)
    {
        var token = Current;
        var name = AsText(token);
        Next();
        var afterOptional = before.Count > 0 && (before[^1].DefaultValue is not null || before[^1].IsVariable);
        if (before.Any(x => x.Name == name))
        {
            Error(SpanOf(token), $"The parameter `{name}` is already declared.");
        }

        if (Current.Type == TokenType.TripleDot)
        {
            Next();
            if (before.Count > 0 && before[^1].IsVariable)
            {
                Error(SpanOf(token), "Cannot declare multiple variable parameters.");
            }

            return new ScriptParameter(name, null, IsVariable: true);
        }

        if (Current.Type == TokenType.Equal)
        {
            Next();
            if (before.Count > 0 && before[^1].IsVariable)
            {
                Error(SpanOf(token), "Cannot declare an optional parameter after a variable parameter.");
            }

            return new ScriptParameter(name, ExpectExpression(Construct.Function, 0, allowCall: false) ?? Nothing, IsVariable: false);
        }

        if (afterOptional)
        {
            Error(SpanOf(token), "Cannot declare a normal parameter after an optional parameter.");
        }

        return new ScriptParameter(name, null, IsVariable: false);
    }

    /// <summary>Makes <c>f(x) = expression</c> a function, where the left side has that shape.</summary>
    private InlineFunctionExpression? ParseInlineFunction(ScriptExpression target)
    {
        if (target is not ScriptFunctionCall { ExplicitCall: true, Target: ScriptVariable name } call
            || !call.Arguments.All(x => x is ScriptVariableGlobal))
        {
            return null;
        }

        Next();
        var start = Current.Start;
        var body = ExpectExpression(Construct.Assign, 0) ?? Nothing;
        var parameters = call.Arguments.Select(x => new ScriptParameter(((ScriptVariable)x).Name, null, IsVariable: false)).ToImmutableArray();
        var statement = Close(new ScriptExpressionStatement(body), start);
        return new InlineFunctionExpression(new ScriptFunction(name, parameters, statement));
    }

    /// <summary>Carries a function from the expression it was read as to the statement it is.</summary>
    private sealed class InlineFunctionExpression(ScriptFunction function) : ScriptExpression
    {
        public ScriptFunction Function => function;

        public override object? Evaluate(TemplateContext context) => function.Evaluate(context);
    }
}
