using System.Collections.Frozen;

namespace Scriban.Parsing;

/// <summary>The operators and marks of the language, by their first character, the longest first.</summary>
internal static class LexerOperators
{
    private static readonly FrozenDictionary<char, (string Text, TokenType Type)[]> ByFirst = new (string Text, TokenType Type)[]
    {
        (";", TokenType.SemiColon), (":", TokenType.Colon), (",", TokenType.Comma),
        (".", TokenType.Dot), ("..", TokenType.DoubleDot), ("..<", TokenType.DoubleDotLess), ("...", TokenType.TripleDot),
        ("?", TokenType.Question), ("?.", TokenType.QuestionDot), ("??", TokenType.DoubleQuestion), ("?!", TokenType.QuestionExclamation),
        ("!", TokenType.Exclamation), ("!=", TokenType.ExclamationEqual),
        ("=", TokenType.Equal), ("==", TokenType.DoubleEqual),
        ("+", TokenType.Plus), ("++", TokenType.DoublePlus), ("+=", TokenType.PlusEqual),
        ("-", TokenType.Minus), ("--", TokenType.DoubleMinus), ("-=", TokenType.MinusEqual),
        ("*", TokenType.Asterisk), ("*=", TokenType.AsteriskEqual),
        ("/", TokenType.Divide), ("/=", TokenType.DivideEqual), ("//", TokenType.DoubleDivide), ("//=", TokenType.DoubleDivideEqual),
        ("%", TokenType.Percent), ("%=", TokenType.PercentEqual),
        ("<", TokenType.Less), ("<=", TokenType.LessEqual), ("<<", TokenType.DoubleLess),
        (">", TokenType.Greater), (">=", TokenType.GreaterEqual), (">>", TokenType.DoubleGreater),
        ("&", TokenType.Amp), ("&&", TokenType.DoubleAmp), ("|", TokenType.VerticalBar), ("||", TokenType.DoubleVerticalBar),
        ("^", TokenType.Caret), ("@", TokenType.Arroba),
        ("(", TokenType.OpenParen), (")", TokenType.CloseParen), ("[", TokenType.OpenBracket), ("]", TokenType.CloseBracket),
        ("{", TokenType.OpenBrace),
    }.GroupBy(x => x.Text[0]).ToFrozenDictionary(x => x.Key, x => x.OrderByDescending(y => y.Text.Length).ToArray());

    public static ReadOnlySpan<(string Text, TokenType Type)> Longest(char first) => ByFirst.TryGetValue(first, out var found) ? found : [];
}
