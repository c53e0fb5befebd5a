using System.Collections.Immutable;
using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Statements that start with a keyword.</summary>
internal sealed partial class Parser
{
    private static readonly ScriptLiteral Nothing = new(null);

    private ScriptStatement ParseKeywordStatement(string keyword)
    {
        var start = Current.Start;
        ScriptStatement statement = keyword switch
        {
            "if" => ParseIf(),
            "case" => ParseCase(),
            "for" => ParseFor(Construct.For),
            "tablerow" => ParseFor(Construct.TableRow),
            "while" => ParseWhile(),
            "break" => ParseJump(new ScriptBreakStatement()),
            "continue" => ParseJump(new ScriptContinueStatement()),
            "func" => ParseFunction(),
            "ret" => ParseReturn(),
            "capture" => ParseCapture(),
            "readonly" => ParseReadOnly(),
            "import" => ParseImport(),
            "with" => ParseWith(),
            _ => ParseWrap(),
        };
        Close(statement, start);
        ExpectEndOfStatement();
        return statement;
    }

    /// <summary>Reads the expression of a statement's first line, and the end of that line.</summary>
    private ScriptExpression ParseHead(Construct construct)
    {
        var expression = ExpectExpression(construct, 0);
        ExpectEndOfStatement();
        return expression ?? Nothing;
    }

    private ScriptIfStatement ParseIf()
    {
        var start = Current.Start;
        Next();
        var condition = ParseHead(Construct.If);
        var (then, end) = ParseBlock(new BlockOwner(Construct.If, TakesElse: true));
        var first = Close(new ScriptIfStatement(condition, then, null), start);
        var last = first;
        while (end == BlockEnd.Else)
        {
            var elseStart = Current;
            Next();
            if (Current.Type == TokenType.Identifier && AsText(Current) == "if")
            {
                Next();
                condition = ParseHead(Construct.If);
                (then, end) = ParseBlock(new BlockOwner(Construct.Else, TakesElse: true));
                var next = Close(new ScriptIfStatement(condition, then, null), elseStart.Start);
                last.Else = next;
                last = next;
            }
            else
            {
                ExpectEndOfStatement();
                (then, end) = ParseBlock(new BlockOwner(Construct.Else));
                last.Else = then;
            }
        }

        return first;
    }

    private ScriptStatement? ParseOptionalElse(ref BlockEnd end)
    {
        if (end != BlockEnd.Else)
        {
            return null;
        }

        Next();
        ExpectEndOfStatement();
        (var block, end) = ParseBlock(new BlockOwner(Construct.Else));
        return block;
    }

    private ScriptCaseStatement ParseCase()
    {
        Next();
        var value = ParseHead(Construct.Case);
        var (preamble, end) = ParseBlock(new BlockOwner(Construct.Case, TakesWhen: true));
        var whens = ImmutableArray.CreateBuilder<ScriptWhenStatement>();
        while (end == BlockEnd.When)
        {
            var whenToken = Current;
            Next();
            var values = ParseWhenValues();
            ExpectEndOfStatement();
            (var body, end) = ParseBlock(new BlockOwner(Construct.When, TakesElse: true, TakesWhen: true));
            whens.Add(Close(new ScriptWhenStatement(values, body), whenToken.Start));
        }

        var otherwise = ParseOptionalElse(ref end);
        return new ScriptCaseStatement(value, preamble, whens.ToImmutable(), otherwise);
    }

    private ImmutableArray<ScriptExpression> ParseWhenValues()
    {
        var values = ImmutableArray.CreateBuilder<ScriptExpression>();
        do
        {
            if (values.Count > 0)
            {
                Next();
            }

            _inWhenValue = true;
            var value = ExpectExpression(Construct.When, 0);
            _inWhenValue = false;
            if (value is null)
            {
                break;
            }

            values.Add(value);
        }
        while (Current.Type is TokenType.Comma or TokenType.DoubleVerticalBar);
        return values.ToImmutable();
    }

    private ScriptForStatement ParseFor(Construct construct)
    {
        var span = CurrentSpan;
        Next();
        var variable = ExpectVariable(construct, span);
        ScriptExpression? iterator = null;
        ImmutableArray<ScriptNamedArgument> arguments = [];
        if (variable is not null)
        {
            (iterator, arguments) = ParseLoopHeadIterator(construct, span);
        }

        if (iterator is null)
        {
            SkipToEndOfStatement();
        }

        ExpectEndOfStatement();
        var (body, end) = ParseBlock(new BlockOwner(construct, TakesElse: true));
        var otherwise = ParseOptionalElse(ref end);
        return construct == Construct.For
            ? new ScriptForStatement((ScriptExpression?)variable ?? Nothing, iterator ?? Nothing, arguments, body, otherwise)
            : new ScriptTableRowStatement((ScriptExpression?)variable ?? Nothing, iterator ?? Nothing, arguments, body, otherwise);
    }

    /// <summary>Reads a variable; an error is reported at the start of the statement.</summary>
    private ScriptVariable? ExpectVariable(Construct construct, SourceSpan span)
    {
        if (Current.Type is TokenType.Identifier or TokenType.IdentifierSpecial && ParseVariable() is ScriptVariable variable)
        {
            return variable;
        }

        Error(span, construct, $"Expecting a variable instead of `{AsText(Current)}`");
        return null;
    }

    private (ScriptExpression? Iterator, ImmutableArray<ScriptNamedArgument> Arguments) ParseLoopHeadIterator(Construct construct, SourceSpan span)
    {
        if (Current.Type != TokenType.Identifier || AsText(Current) != "in")
        {
            Error(span, construct, $"Expecting 'in' word instead of `{AsText(Current)}`");
            return (null, []);
        }

        Next();
        var outer = _inLoopHead;
        _inLoopHead = true;
        var iterator = ExpectExpression(construct, 0);
        var arguments = ImmutableArray.CreateBuilder<ScriptNamedArgument>();
        while (iterator is not null && IsLoopArgument())
        {
            var name = Current;
            Next();
            ScriptExpression? value = null;
            if (Current.Type == TokenType.Colon)
            {
                Next();
                value = ExpectExpression(construct, 0, allowCall: false);
            }

            arguments.Add(Close(new ScriptNamedArgument(AsText(name), value), name.Start));
        }

        _inLoopHead = outer;
        return (iterator, arguments.ToImmutable());
    }

    private ScriptWhileStatement ParseWhile()
    {
        Next();
        var condition = ParseHead(Construct.While);
        var (body, _) = ParseBlock(new BlockOwner(Construct.While));
        return new ScriptWhileStatement(condition, body);
    }

    private ScriptJumpStatement ParseJump(ScriptJumpStatement statement)
    {
        Next();
        return statement;
    }

    private ScriptReturnStatement ParseReturn()
    {
        Next();
        return new ScriptReturnStatement(StartsExpression(Current) ? ParseExpression(0) : null);
    }

    private ScriptCaptureStatement ParseCapture()
    {
        Next();
        var target = ParseHead(Construct.Capture);
        var (body, _) = ParseBlock(new BlockOwner(Construct.Capture));
        return new ScriptCaptureStatement(target, body);
    }

    private ScriptStatement ParseReadOnly()
    {
        var span = CurrentSpan;
        Next();
        return ExpectVariable(Construct.ReadOnly, span) is { } variable ? new ScriptReadOnlyStatement(variable) : new ScriptBlockStatement([]);
    }

    private ScriptImportStatement ParseImport()
    {
        Next();
        return new ScriptImportStatement(ExpectExpression(Construct.Import, 0) ?? Nothing);
    }

    private ScriptWithStatement ParseWith()
    {
        Next();
        var name = ParseHead(Construct.With);
        var (body, _) = ParseBlock(new BlockOwner(Construct.With));
        return new ScriptWithStatement(name, body);
    }

    private ScriptWrapStatement ParseWrap()
    {
        Next();
        var target = ParseHead(Construct.Wrap);
        var (body, _) = ParseBlock(new BlockOwner(Construct.Wrap));
        return new ScriptWrapStatement(target, body);
    }
}
