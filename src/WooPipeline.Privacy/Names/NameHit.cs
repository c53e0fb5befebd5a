namespace WooPipeline.Privacy;

/// <summary>A name in the text with the person it was found to mean.</summary>
/// <param name="First">First word.</param>
/// <param name="End">One past the last word.</param>
/// <param name="Person">Index in the register; -1 where the person is not known.</param>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="IsPublic">True where it names a person in a public role.</param>
internal readonly record struct NameHit(int First, int End, int Person, string Rule, double Confidence, bool IsPublic);
