using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Pipeline;

/// <summary>A rendered text with what was decided in it.</summary>
/// <param name="Name"><c>nota</c>, <c>tabel</c>, …</param>
/// <param name="Title">Its public title.</param>
/// <param name="Tree">Its tree before anonymisation.</param>
/// <param name="View">Its text before anonymisation.</param>
/// <param name="Decisions">What was decided.</param>
/// <param name="Public">Its public tree.</param>
/// <param name="Rows">Its rows where it is a table as well.</param>
internal sealed record RenderedRecord(
    string Name, string Title, DocumentTree Tree, TextView View, ImmutableArray<Decision> Decisions, DocumentTree Public, ImmutableArray<ImmutableArray<string>>? Rows);
