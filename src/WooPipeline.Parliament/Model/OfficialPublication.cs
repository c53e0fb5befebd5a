using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Parliament;

/// <summary>A publication of the official series (Aanhangsel, Kamerstuk, …).</summary>
public sealed record OfficialPublication
{
    /// <summary>Identifier: <c>ah-tk-20222023-1599</c>; empty where neither the publication nor its metadata gives one.</summary>
    public string Identifier { get; init; } = "";

    /// <summary>Its root element: <c>kamervragen</c>, <c>kamerstuk</c>, …</summary>
    public string Kind { get; init; } = "";

    /// <summary>All it says, top to bottom.</summary>
    public required DocumentTree Tree { get; init; }

    /// <summary>Its questions and answers; null where it holds none.</summary>
    public QuestionSet? Questions { get; init; }

    /// <summary>Its metadata: name, scheme and value, as given.</summary>
    public ImmutableArray<PublicationField> Metadata { get; init; } = [];

    /// <summary>Where it was read.</summary>
    public required Provenance Source { get; init; }

    /// <summary>The first value of a metadata field by the end of its name (<c>vraagnummer</c>); empty where absent.</summary>
    public string Field(string name) => Metadata.FirstOrDefault(f => f.IsCalled(name))?.Value ?? "";
}
