namespace WooPipeline.Publication;

/// <summary>What an upload gave.</summary>
/// <param name="Publication">UUID of the publication in the publicatiebank.</param>
/// <param name="Uploaded">Documents uploaded now.</param>
/// <param name="Skipped">Documents that an earlier try had uploaded.</param>
/// <param name="Published">True where it is published; false for a concept.</param>
public sealed record GppReport(string Publication, int Uploaded, int Skipped, bool Published);
