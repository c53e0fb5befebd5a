namespace WooPipeline.Parliament;

/// <summary>A request that led to the questions.</summary>
/// <param name="By">Who asked.</param>
/// <param name="Text">What for.</param>
public sealed record OriginatingRequest(string By, string Text);
