namespace Scriban.Syntax;

/// <summary>Operators before an expression.</summary>
public enum ScriptUnaryOperator
{
    /// <summary><c>!</c></summary>
    Not,

    /// <summary><c>-</c></summary>
    Negate,

    /// <summary><c>+</c></summary>
    Plus,

    /// <summary><c>@</c></summary>
    FunctionAlias,

    /// <summary><c>^</c></summary>
    FunctionParametersExpand,

    /// <summary><c>++</c></summary>
    Increment,

    /// <summary><c>--</c></summary>
    Decrement,
}
