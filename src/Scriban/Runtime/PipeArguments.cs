using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>Values on their way through a pipe to the next function.</summary>
internal sealed class PipeArguments
{
    public List<object?> Values { get; } = new(1);

    public SourceSpan Span { get; set; }
}
