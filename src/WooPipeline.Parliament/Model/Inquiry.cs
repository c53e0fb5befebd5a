using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>The round of questions that the answers rest on.</summary>
/// <param name="Purpose">What was to be found out; empty where not said.</param>
/// <param name="Coverage">What was left out, as a sentence; empty where not said.</param>
/// <param name="Responses">Everyone who was asked, and who should have been and was not.</param>
public sealed record Inquiry(string Purpose, string Coverage, ImmutableArray<InquiryResponse> Responses);
