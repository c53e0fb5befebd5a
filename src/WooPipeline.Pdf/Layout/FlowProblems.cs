using System.Collections.Immutable;

namespace WooPipeline.Pdf.Layout;

/// <summary>What could not be shown as it was asked for; each is kept once, in the order found.</summary>
internal sealed class FlowProblems
{
    private readonly HashSet<FlowProblem> known = [];
    private readonly List<FlowProblem> all = [];

    public ImmutableArray<FlowProblem> All => [.. all];

    public void Add(string code, string place)
    {
        var problem = new FlowProblem(code, place);
        if (known.Add(problem))
        {
            all.Add(problem);
        }
    }
}

/// <summary>Something that could not be shown as it was asked for.</summary>
/// <param name="Code">Stable code: <c>font-missing-glyph</c>, <c>font-fallback</c>, <c>image-not-shown</c>, <c>link-without-target</c>, …</param>
/// <param name="Place">A character's number or a place in the document; never its text.</param>
public sealed record FlowProblem(string Code, string Place);
