namespace Scriban.Syntax;

/// <summary>Operators between two expressions.</summary>
public enum ScriptBinaryOperator
{
    /// <summary><c>??</c></summary>
    EmptyCoalescing,

    /// <summary><c>?!</c></summary>
    NotEmptyCoalescing,

    /// <summary><c>||</c></summary>
    Or,

    /// <summary><c>&amp;&amp;</c></summary>
    And,

    /// <summary><c>==</c></summary>
    CompareEqual,

    /// <summary><c>!=</c></summary>
    CompareNotEqual,

    /// <summary><c>&lt;=</c></summary>
    CompareLessOrEqual,

    /// <summary><c>&gt;=</c></summary>
    CompareGreaterOrEqual,

    /// <summary><c>&lt;</c></summary>
    CompareLess,

    /// <summary><c>&gt;</c></summary>
    CompareGreater,

    /// <summary><c>/</c></summary>
    Divide,

    /// <summary><c>//</c></summary>
    DivideRound,

    /// <summary><c>+</c></summary>
    Add,

    /// <summary><c>-</c></summary>
    Subtract,

    /// <summary><c>%</c></summary>
    Modulus,

    /// <summary><c>*</c></summary>
    Multiply,

    /// <summary><c>..</c></summary>
    RangeInclude,

    /// <summary><c>..&lt;</c></summary>
    RangeExclude,

    /// <summary><c>&lt;&lt;</c></summary>
    ShiftLeft,

    /// <summary><c>&gt;&gt;</c></summary>
    ShiftRight,
}
