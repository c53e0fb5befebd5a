using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>A node of a parsed template. Nodes don't change after parsing, so many renders may share them.</summary>
public abstract class ScriptNode
{
    /// <summary>Where the node stands in the template.</summary>
    public SourceSpan Span { get; internal set; }

    /// <summary>The nodes directly below this one, in the order of the source.</summary>
    public virtual IEnumerable<ScriptNode> Children => [];

    /// <summary>Evaluates the node in a context.</summary>
    /// <exception cref="ScriptRuntimeException">The template asks for something that can't be done.</exception>
    public abstract object? Evaluate(TemplateContext context);

    /// <summary>Calls the method of <paramref name="visitor"/> for this kind of node.</summary>
    public void Accept(ScriptVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        visitor.Visit(this);
    }
}
