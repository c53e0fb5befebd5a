using System.Collections.Immutable;

namespace WooPipeline.Privacy;

/// <summary>What happened to a passage.</summary>
public enum Outcome
{
    /// <summary>The passage does not stand in the document.</summary>
    NotInDocument,

    /// <summary>It stands there and nothing found it: it stays.</summary>
    NotFound,

    /// <summary>It was found and stays.</summary>
    Kept,

    /// <summary>It was found and goes.</summary>
    Removed,
}

/// <summary>Why a passage was removed, kept or not found, and what would change that.</summary>
/// <param name="Outcome">What happened at the place.</param>
/// <param name="Offset">Where the passage starts in the text view; -1 where it is not in the document.</param>
/// <param name="Why">Reasons in Dutch, one a line.</param>
/// <param name="Remedies">What a coordinator can do to change it, in Dutch.</param>
public sealed record Explanation(Outcome Outcome, int Offset, ImmutableArray<string> Why, ImmutableArray<string> Remedies)
{
    /// <summary>All of it as text.</summary>
    public override string ToString()
    {
        var head = Outcome switch
        {
            Outcome.NotInDocument => "De passage staat niet in dit document.",
            Outcome.NotFound => "De passage blijft zichtbaar: niets heeft haar als persoonsgegeven herkend.",
            Outcome.Kept => "De passage is herkend en blijft zichtbaar.",
            _ => "De passage wordt gelakt.",
        };
        return string.Join(Environment.NewLine, [head, .. Why.Select(w => "  - " + w), .. Remedies.Select(r => "  Veranderen: " + r)]);
    }
}
