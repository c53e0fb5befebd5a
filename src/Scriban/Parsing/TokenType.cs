namespace Scriban.Parsing;

/// <summary>Kinds of token.</summary>
public enum TokenType
{
    /// <summary>Not a token of the language.</summary>
    Invalid,

    /// <summary>End of the text.</summary>
    Eof,

    /// <summary>Text that is output as it is.</summary>
    Raw,

    /// <summary>The content of an escape block.</summary>
    Escape,

    /// <summary><c>{{</c></summary>
    CodeEnter,

    /// <summary><c>}}</c></summary>
    CodeExit,

    /// <summary>The marker of a front matter.</summary>
    FrontMatterMarker,

    /// <summary>End of a line in code.</summary>
    NewLine,

    /// <summary><c>;</c></summary>
    SemiColon,

    /// <summary>A name.</summary>
    Identifier,

    /// <summary>A name that starts with <c>$</c>.</summary>
    IdentifierSpecial,

    /// <summary>An integer in decimal notation.</summary>
    Integer,

    /// <summary>An integer in hexadecimal notation.</summary>
    HexInteger,

    /// <summary>An integer in binary notation.</summary>
    BinaryInteger,

    /// <summary>A number with a fraction or an exponent.</summary>
    Float,

    /// <summary>A string in single or double quotes.</summary>
    String,

    /// <summary>A string in backquotes.</summary>
    VerbatimString,

    /// <summary>The text of an interpolated string up to its first expression.</summary>
    BeginInterpolatedString,

    /// <summary>The text between two expressions of an interpolated string.</summary>
    ContinuationInterpolatedString,

    /// <summary>The text behind the last expression of an interpolated string.</summary>
    EndingInterpolatedString,

    /// <summary><c>:</c></summary>
    Colon,

    /// <summary><c>,</c></summary>
    Comma,

    /// <summary><c>.</c></summary>
    Dot,

    /// <summary><c>?.</c></summary>
    QuestionDot,

    /// <summary><c>..</c></summary>
    DoubleDot,

    /// <summary><c>..&lt;</c></summary>
    DoubleDotLess,

    /// <summary><c>...</c></summary>
    TripleDot,

    /// <summary><c>?</c></summary>
    Question,

    /// <summary><c>??</c></summary>
    DoubleQuestion,

    /// <summary><c>?!</c></summary>
    QuestionExclamation,

    /// <summary><c>!</c></summary>
    Exclamation,

    /// <summary><c>!=</c></summary>
    ExclamationEqual,

    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>==</c></summary>
    DoubleEqual,

    /// <summary><c>+=</c></summary>
    PlusEqual,

    /// <summary><c>-=</c></summary>
    MinusEqual,

    /// <summary><c>*=</c></summary>
    AsteriskEqual,

    /// <summary><c>/=</c></summary>
    DivideEqual,

    /// <summary><c>//=</c></summary>
    DoubleDivideEqual,

    /// <summary><c>%=</c></summary>
    PercentEqual,

    /// <summary><c>+</c></summary>
    Plus,

    /// <summary><c>++</c></summary>
    DoublePlus,

    /// <summary><c>-</c></summary>
    Minus,

    /// <summary><c>--</c></summary>
    DoubleMinus,

    /// <summary><c>*</c></summary>
    Asterisk,

    /// <summary><c>/</c></summary>
    Divide,

    /// <summary><c>//</c></summary>
    DoubleDivide,

    /// <summary><c>%</c></summary>
    Percent,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    LessEqual,

    /// <summary><c>&lt;&lt;</c></summary>
    DoubleLess,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    GreaterEqual,

    /// <summary><c>&gt;&gt;</c></summary>
    DoubleGreater,

    /// <summary><c>&amp;</c></summary>
    Amp,

    /// <summary><c>&amp;&amp;</c></summary>
    DoubleAmp,

    /// <summary><c>|</c></summary>
    VerticalBar,

    /// <summary><c>||</c></summary>
    DoubleVerticalBar,

    /// <summary><c>^</c></summary>
    Caret,

    /// <summary><c>@</c></summary>
    Arroba,

    /// <summary><c>(</c></summary>
    OpenParen,

    /// <summary><c>)</c></summary>
    CloseParen,

    /// <summary><c>[</c></summary>
    OpenBracket,

    /// <summary><c>]</c></summary>
    CloseBracket,

    /// <summary><c>{</c></summary>
    OpenBrace,

    /// <summary><c>}</c></summary>
    CloseBrace,
}
