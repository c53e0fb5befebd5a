using Scriban.Parsing;

namespace Scriban.Syntax;

/// <summary>Rendering was stopped from outside.</summary>
public class ScriptAbortException : ScriptRuntimeException
{
    /// <summary>Creates the error.</summary>
    public ScriptAbortException(SourceSpan span, CancellationToken cancellationToken)
        : this(span, "The operation was cancelled", cancellationToken)
    {
    }

    /// <summary>Creates the error with a message of its own.</summary>
    public ScriptAbortException(SourceSpan span, string message, CancellationToken cancellationToken)
        : base(span, message) => CancellationToken = cancellationToken;

    /// <summary>The token that stopped the rendering.</summary>
    public CancellationToken CancellationToken { get; }
}
