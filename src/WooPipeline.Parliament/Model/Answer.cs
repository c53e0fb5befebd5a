using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>An answer to one or more questions.</summary>
/// <param name="Id">Name in its document: <c>antwoord-3</c>.</param>
/// <param name="Questions">The questions it answers, ascending; never empty.</param>
/// <param name="Markdown">Its text in Markdown, as written (with references still in it).</param>
/// <param name="Source">Where it was read.</param>
public sealed record Answer(string Id, ImmutableArray<int> Questions, string Markdown, Provenance Source)
{
    /// <summary>As printed (<c>Antwoord op vraag 3 en 8</c>); empty to have it written.</summary>
    public string Label { get; init; } = "";

    /// <summary>The question it stands behind: the last of those it answers where not said otherwise.</summary>
    public int Placement { get; init; } = Questions[^1];
}
