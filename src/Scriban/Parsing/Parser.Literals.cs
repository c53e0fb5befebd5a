using System.Globalization;
using System.Numerics;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Parsing;

/// <summary>Variables, numbers and strings.</summary>
internal sealed partial class Parser
{
    private const int MaximumDigits = 1000;

    private ScriptExpression ParseVariable()
    {
        var token = Current;
        var text = AsText(token);
        Next();
        if (token.Type == TokenType.IdentifierSpecial)
        {
            return ParseSpecialVariable(token, text);
        }

        if (Current.Type == TokenType.Dot && LoopMembers.KindOf(text) is { } kind)
        {
            return ParseLoopVariable(token, text, kind);
        }

        return Close<ScriptExpression>(
            text switch
            {
                "true" => new ScriptLiteral(true),
                "false" => new ScriptLiteral(false),
                "null" => new ScriptLiteral(null),
                "this" => new ScriptThisExpression(),
                _ => new ScriptVariableGlobal(text),
            },
            token.Start);
    }

    /// <summary>Reads <c>$name</c>, <c>$</c>, <c>$$</c>, or <c>$0</c> for <c>$[0]</c>.</summary>
    private ScriptExpression ParseSpecialVariable(Token token, string text)
    {
        var name = text[1..];
        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return Close(new ScriptVariableLocal(name), token.Start);
        }

        var arguments = Close(new ScriptVariableLocal(""), token.Start);
        var literal = Close(new ScriptLiteral(index), token.Start);
        return Close(new ScriptIndexerExpression(arguments, literal), token.Start);
    }

    private ScriptExpression ParseLoopVariable(Token token, string name, LoopKind kind)
    {
        Next();
        if (Current.Type != TokenType.Identifier)
        {
            Error(CurrentSpan, $"Invalid token `{AsText(Current)}`. The loop variable <{name}> dot must be followed by an identifier");
            return Close(new ScriptLiteral(null), token.Start);
        }

        var member = AsText(Current);
        Next();
        if (LoopMembers.Find(kind, member) is { } found)
        {
            return Close(new ScriptVariableLoop($"{name}.{member}", kind, found), token.Start);
        }

        Error(SpanOf(token), $"The loop variable <{name}.{member}> is invalid");
        return Close(new ScriptLiteral(null), token.Start);
    }

    private ScriptLiteral ParseString()
    {
        var token = Current;
        Next();
        return Close(new ScriptLiteral(token.Value), token.Start);
    }

    private ScriptLiteral ParseNumber()
    {
        var token = Current;
        var text = token.Value ?? AsText(token);
        Next();
        if (token.Type != TokenType.Float && text.Length > MaximumDigits)
        {
            Error(SpanOf(token), $"The integer has more than {MaximumDigits} digits");
            text = "0x0";
            token = token with { Type = TokenType.HexInteger };
        }

        var value = token.Type switch
        {
            TokenType.Integer => Fit(BigInteger.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture), isUnsigned: false),
            TokenType.Float => ParseFloat(token, text),
            _ => ParseRadix(text),
        };
        return Close(new ScriptLiteral(value), token.Start);
    }

    private static object ParseRadix(string text)
    {
        var isUnsigned = text[^1] is 'u' or 'U';
        var radix = text[1] is 'x' or 'X' ? 16 : 2;
        var value = BigInteger.Zero;
        foreach (var digit in text.AsSpan(2))
        {
            if (char.IsAsciiHexDigit(digit))
            {
                value = (value * radix) + Convert.ToInt32(digit.ToString(), 16);
            }
        }

        return Fit(value, isUnsigned);
    }

    private static object Fit(BigInteger value, bool isUnsigned)
    {
        if (isUnsigned)
        {
            return value <= uint.MaxValue ? (object)(uint)value : value <= ulong.MaxValue ? (object)(ulong)value : value;
        }

        return ScriptArithmetic.Fit(value);
    }

    private object ParseFloat(Token token, string text)
    {
        var suffix = char.ToLowerInvariant(text[^1]);
        var digits = suffix is 'f' or 'd' or 'm' ? text[..^1] : text;
        const NumberStyles Styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (suffix == 'm' || (_options.ParseFloatAsDecimal && suffix is not ('f' or 'd')))
        {
            if (decimal.TryParse(digits, Styles, CultureInfo.InvariantCulture, out var value))
            {
                return value;
            }

            Error(SpanOf(token), $"Unable to parse decimal `{text}`");
            return 0m;
        }

        return suffix == 'f'
            ? (object)float.Parse(digits, Styles, CultureInfo.InvariantCulture)
            : double.Parse(digits, Styles, CultureInfo.InvariantCulture);
    }
}
