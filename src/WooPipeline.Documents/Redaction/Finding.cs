namespace WooPipeline.Documents;

/// <summary>A passage that may be personal data. Not yet a decision.</summary>
/// <param name="Span">Where, in the text view's UTF-16 units, end exclusive.</param>
/// <param name="Label">What kind.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Evidence">Why.</param>
/// <param name="PublicByRole">True where the passage names a person in a public role: a reason to keep it.</param>
public sealed record Finding(TextSpan Span, Label Label, double Confidence, Evidence Evidence, bool PublicByRole = false);
