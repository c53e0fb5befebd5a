using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Parliament;

/// <summary>A paper for parliament, ready to be anonymised and written.</summary>
/// <param name="Name">Its name: <c>nota</c>, <c>tabel</c>, <c>antwoorden</c>, <c>rapportage</c>; the name of its files.</param>
/// <param name="Title">Its title.</param>
/// <param name="Tree">What it says.</param>
/// <param name="CsvRows">Its table as rows of cells, the heading row first; null where it is no table.</param>
public sealed record RenderedText(string Name, string Title, DocumentTree Tree, ImmutableArray<ImmutableArray<string>>? CsvRows = null);
