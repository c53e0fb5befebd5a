namespace WooPipeline.Parliament;

/// <summary>What a person decided about a proposal.</summary>
/// <param name="Proposal">The proposal as it was.</param>
/// <param name="IsTaken">True where its value enters the register, false where it doesn't and isn't proposed again.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, in the local form of ISO 8601; empty where unknown.</param>
public sealed record DecidedProposal(Proposal Proposal, bool IsTaken, string By, string At = "");
