using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Publication;

/// <summary>A document from which an interested party gets an extract.</summary>
/// <param name="Id">Number in the package.</param>
/// <param name="Title">Public title.</param>
/// <param name="Tree">The tree as read.</param>
/// <param name="Decisions">Decisions in the units of its text view.</param>
public sealed record ConsultationDocument(string Id, string Title, DocumentTree Tree, ImmutableArray<Decision> Decisions);
