using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>What a recogniser found. A hit without label is a look-alike or a public number: it stays, and nothing else may claim it.</summary>
/// <param name="Span">Where.</param>
/// <param name="Label">What; null where it stays.</param>
/// <param name="Rule">Which rule.</param>
/// <param name="Confidence">0 to 1.</param>
internal readonly record struct Recognised(TextSpan Span, Label? Label, string Rule, double Confidence);
