namespace Scriban.Syntax;

/// <summary>A parameter of a function: <c>x</c>, <c>x = 1</c> or <c>x...</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DefaultValue">The value where the argument is left out; null for none.</param>
/// <param name="IsVariable">Whether it takes all further arguments as an array.</param>
public sealed record ScriptParameter(string Name, ScriptExpression? DefaultValue, bool IsVariable);
