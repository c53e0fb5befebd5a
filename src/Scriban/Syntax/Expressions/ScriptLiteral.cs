using System.Globalization;

namespace Scriban.Syntax;

/// <summary>A number, string, truth value or null.</summary>
public sealed class ScriptLiteral : ScriptExpression
{
    internal ScriptLiteral(object? value) => Value = value;

    /// <summary>The value.</summary>
    public object? Value { get; }

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context) => Value;

    /// <inheritdoc />
    public override string ToString() => Value switch
    {
        null => "null",
        bool b => b ? "true" : "false",
        string s => '"' + Functions.StringFunctions.Escape(s) + '"',
        _ => Convert.ToString(Value, CultureInfo.InvariantCulture) ?? "",
    };
}
