using System.Collections.Immutable;
using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Blocks of statements.</summary>
internal sealed partial class Parser
{
    /// <summary>Reads statements up to the end of the block. An <c>end</c> is read over, an <c>else</c> or <c>when</c> is not.</summary>
    private (ScriptBlockStatement Block, BlockEnd End) ParseBlock(BlockOwner owner)
    {
        var start = Current.Start;
        var statements = ImmutableArray.CreateBuilder<ScriptStatement>();
        var end = BlockEnd.Eof;
        if (TryEnter())
        {
            end = ParseStatements(owner, statements);
            Leave();
        }

        return (Close(new ScriptBlockStatement(statements.ToImmutable()), start), end);
    }

    private BlockEnd ParseStatements(BlockOwner owner, ImmutableArray<ScriptStatement>.Builder statements)
    {
        while (!_stopped)
        {
            switch (Current.Type)
            {
                case TokenType.Eof:
                    if (owner.Construct is not null)
                    {
                        Error(SpanOf(_previous), owner.Construct, "The <end> statement was not found");
                    }

                    return BlockEnd.Eof;
                case TokenType.FrontMatterMarker when owner.IsFrontMatter:
                    return BlockEnd.End;
                case TokenType.Identifier when KeywordAtCurrent() is { } keyword:
                    if (ParseBlockKeyword(keyword, owner, statements) is { } end)
                    {
                        return end;
                    }

                    break;
                default:
                    ParseToken(statements);
                    break;
            }
        }

        return BlockEnd.Eof;
    }

    /// <summary>Reads a keyword: one that ends the block, or a statement.</summary>
    private BlockEnd? ParseBlockKeyword(string keyword, BlockOwner owner, ImmutableArray<ScriptStatement>.Builder statements)
    {
        switch (keyword)
        {
            case "end":
                var token = Current;
                Next();
                if (owner.Construct is not null)
                {
                    return BlockEnd.End;
                }

                Error(SpanOf(token), "Found <end> statement without a corresponding beginning of a block.");
                ExpectEndOfStatement();
                return null;
            case "else" when owner.TakesElse:
                return BlockEnd.Else;
            case "when" when owner.TakesWhen:
                return BlockEnd.When;
            case "else":
                Error(CurrentSpan, "A else condition must be preceded by another if/else/when condition or a for loop.");
                return ParseStray(owner, Construct.Else, statements);
            case "when":
                Error(CurrentSpan, "A `when` condition must be preceded by another `when`/`else`/`case` condition");
                return ParseStray(owner, Construct.When, statements);
            default:
                statements.Add(ParseKeywordStatement(keyword));
                return null;
        }
    }

    /// <summary>Reads an else or when that belongs to nothing, with its block; its end is taken for the end of the statement around it.</summary>
    private BlockEnd? ParseStray(BlockOwner owner, Construct construct, ImmutableArray<ScriptStatement>.Builder statements)
    {
        SkipToEndOfStatement();
        var (block, end) = ParseBlock(new BlockOwner(construct, TakesElse: false));
        statements.Add(block);
        if (end == BlockEnd.End && owner.Construct is null)
        {
            ExpectEndOfStatement();
            return null;
        }

        return end;
    }

    private void ParseToken(ImmutableArray<ScriptStatement>.Builder statements)
    {
        var token = Current;
        switch (token.Type)
        {
            case TokenType.Raw or TokenType.Escape:
                Next();
                statements.Add(Close(new ScriptRawStatement(token.Value ?? token.GetText(_lexer.Text)), token.Start));
                break;
            case TokenType.CodeEnter:
                _inCode = true;
                Next();
                AddIndent(token, statements);
                break;
            case TokenType.CodeExit:
                _inCode = false;
                Next();
                break;
            case TokenType.NewLine or TokenType.SemiColon:
                Next();
                break;
            case var _ when StartsExpression(token):
                if (ParseExpressionStatement() is { } statement)
                {
                    statements.Add(statement);
                }

                break;
            default:
                Fatal(SpanOf(token), $"Unexpected token {AsText(token)}");
                break;
        }
    }

    private void AddIndent(Token token, ImmutableArray<ScriptStatement>.Builder statements)
    {
        // Text resets the indent, so a block behind text needs a statement of its own only where it has an indent.
        if (token.Value is not null || statements.Count == 0 || statements[^1] is not ScriptRawStatement)
        {
            statements.Add(Close(new ScriptIndentStatement(token.Value), token.Start));
        }
    }

    private ScriptStatement? ParseExpressionStatement()
    {
        var start = Current.Start;
        var expression = ParseExpression(0, allowAssignment: true);
        ScriptStatement? statement = expression switch
        {
            null => null,
            InlineFunctionExpression inline => Close(inline.Function, start),
            _ => Close(new ScriptExpressionStatement(expression), start),
        };
        ExpectEndOfStatement();
        return statement;
    }

    private void ExpectEndOfStatement()
    {
        if (!IsEndOfStatement())
        {
            Error(CurrentSpan, $"Invalid token found `{AsText(Current)}`. Expecting <EOL>/end of line.");
            SkipToEndOfStatement();
        }
        else if (Current.Type is TokenType.NewLine or TokenType.SemiColon)
        {
            Next();
        }
    }

    private void SkipToEndOfStatement()
    {
        while (!IsEndOfStatement() && !_stopped)
        {
            Next();
        }
    }

    private bool IsEndOfStatement() => Current.Type
        is TokenType.NewLine or TokenType.SemiColon or TokenType.CodeExit or TokenType.CodeEnter or TokenType.Eof
        or TokenType.Raw or TokenType.Escape or TokenType.FrontMatterMarker;

    private string? KeywordAtCurrent()
    {
        var text = Current.GetText(_lexer.Text);
        return text switch
        {
            "for" or "while" or "tablerow" when Peek().Type == TokenType.Dot => null,
            "if" or "else" or "end" or "case" or "when" or "for" or "tablerow" or "while" or "break" or "continue" or "func" or "ret"
                or "capture" or "readonly" or "import" or "with" or "wrap" => text,
            _ => null,
        };
    }
}
