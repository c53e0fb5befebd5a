using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>A change.</summary>
/// <param name="Kind">What changed.</param>
/// <param name="Questions">The questions it belongs to.</param>
/// <param name="Before">The paragraph as rendered; empty where it is new.</param>
/// <param name="After">The paragraph as edited; empty where it is gone.</param>
/// <param name="Text">The file of <c>teksten/</c> that holds the answer; null where there is none.</param>
public sealed record AnswerChange(ChangeKind Kind, ImmutableArray<int> Questions, string Before, string After, Provenance? Text)
{
    /// <summary>The paragraph as rendered that it stands behind; empty at the head of the answer.</summary>
    public string Behind { get; init; } = "";
}
