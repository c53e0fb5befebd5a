using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>What detection sees of a document.</summary>
/// <param name="Id">Id within the dossier.</param>
/// <param name="View">Its text and zones.</param>
/// <param name="Date">Its date: public roles are judged on it; null where unknown.</param>
/// <param name="ThreadId">The thread of messages it belongs to; null where none.</param>
/// <param name="Kind">What kind of document it was.</param>
public sealed record PrivacyDocument(string Id, TextView View, DateOnly? Date, string? ThreadId, DocumentKind Kind);
