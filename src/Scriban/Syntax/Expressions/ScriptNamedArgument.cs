namespace Scriban.Syntax;

/// <summary>An argument with its name: <c>count: 15</c>.</summary>
public sealed class ScriptNamedArgument : ScriptExpression
{
    internal ScriptNamedArgument(string name, ScriptExpression? value)
    {
        Name = name;
        Value = value;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The value; null for a bare name, which means true.</summary>
    public ScriptExpression? Value { get; }

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => Value is null ? [] : [Value];

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context) => Value is null ? true : Value.Evaluate(context);

    /// <inheritdoc />
    public override string ToString() => Value is null ? Name : $"{Name}: {Value}";
}
