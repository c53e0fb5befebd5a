namespace WooPipeline.Privacy;

/// <summary>A name found in a document without the register.</summary>
internal readonly record struct Mention(
    NameSpan Name, Strength Strength, string Rule, double Confidence, string? Email = null, string? Role = null, string? Function = null);
