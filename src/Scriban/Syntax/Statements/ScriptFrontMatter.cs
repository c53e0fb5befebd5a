using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>The code between the markers at the start of a template.</summary>
public sealed class ScriptFrontMatter : ScriptStatement
{
    internal ScriptFrontMatter(ScriptBlockStatement statements, TextPosition textPositionAfterEndMarker)
    {
        Statements = statements;
        TextPositionAfterEndMarker = textPositionAfterEndMarker;
    }

    /// <summary>The code.</summary>
    public ScriptBlockStatement Statements { get; }

    /// <summary>Where the text behind the end marker starts.</summary>
    public TextPosition TextPositionAfterEndMarker { get; }

    /// <inheritdoc />
    public override bool CanOutput => false;

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => [Statements];

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Statements.Evaluate(context);
    }
}
