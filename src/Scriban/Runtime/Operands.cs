using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Runtime;

/// <summary>Two values and the operator between them, with their places.</summary>
internal readonly record struct Operands(
    SourceSpan Span, ScriptBinaryOperator Op, SourceSpan LeftSpan, object? Left, SourceSpan RightSpan, object? Right);
