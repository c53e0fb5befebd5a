using System.Collections.Immutable;

namespace WooPipeline.Pipeline;

/// <summary>One task.</summary>
/// <param name="Stage">Name of its stage.</param>
/// <param name="Shared">Hashes of what it shares with the others of its batch.</param>
/// <param name="Input">Its own input.</param>
public sealed record TaskCall(string Stage, ImmutableArray<string> Shared, byte[] Input);
