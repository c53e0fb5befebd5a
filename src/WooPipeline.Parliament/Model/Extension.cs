using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>A notice that the answer comes later.</summary>
/// <param name="SentOn">When it was sent.</param>
/// <param name="Reasons">Why.</param>
/// <param name="ExpectedBy">When the answer is expected; null where not said.</param>
/// <param name="AppendixNumber">Its own number in the Aanhangsel; null where none.</param>
public sealed record Extension(DateOnly SentOn, ImmutableArray<string> Reasons, DateOnly? ExpectedBy = null, string? AppendixNumber = null);
