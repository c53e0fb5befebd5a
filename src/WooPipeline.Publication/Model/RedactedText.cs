using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Publication;

/// <summary>The text of a source with what was removed from it, from which the forms to search are collected.</summary>
/// <param name="PublicFiles">Public paths that show this text; empty where it isn't published.</param>
/// <param name="Text">The source's text view.</param>
public sealed record RedactedText(ImmutableArray<string> PublicFiles, string Text)
{
    /// <summary>Removed passages.</summary>
    public ImmutableArray<TextSpan> Removed { get; init; } = [];

    /// <summary>What the removed passages say.</summary>
    public IEnumerable<string> RemovedTexts => Removed.Where(s => !s.IsEmpty && s.End <= Text.Length).Select(s => Text[s.Start..s.End]);

    /// <summary>Passages kept by an express decision (a person public by role): a full name may stand there.</summary>
    public ImmutableArray<TextSpan> Kept { get; init; } = [];

    /// <summary>Passages that are never published (hidden text, comments, metadata, file name), removed or not.</summary>
    public ImmutableArray<TextSpan> Dropped { get; init; } = [];
}
