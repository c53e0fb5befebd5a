using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Templating;

/// <summary>What a Markdown text may bring in from elsewhere.</summary>
public sealed record MarkdownTreeOptions
{
    /// <summary>The blocks that <c>::: invoegen name</c> stands for; null where there are none of that name.</summary>
    public Func<string, ImmutableArray<Block>?> Insert { get; init; } = static _ => null;
}
