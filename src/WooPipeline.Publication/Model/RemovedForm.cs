namespace WooPipeline.Publication;

/// <summary>
/// A string that was removed somewhere, for <c>verify</c> to search. Where the same string rightly still stands (a common word,
/// a public namesake), <see cref="Allowed"/> says how often in which public file; one occurrence more is a leak.
/// </summary>
/// <param name="Text">The string as it stood. Internal: never printed, never logged.</param>
/// <param name="Allowed">Public path (relative to <c>publicatie/</c>) to the number of whole-word occurrences that may stand in it.</param>
public sealed record RemovedForm(string Text, IReadOnlyDictionary<string, int> Allowed);
