using WooPipeline.Documents;
using WooPipeline.Pipeline;

namespace WooPipeline.Review;

/// <summary>A passage as the page draws it.</summary>
internal sealed record PassageView
{
    public int S { get; init; }

    public int E { get; init; }

    /// <summary>A rectangle, where it is none of text.</summary>
    public PageArea? Area { get; init; }

    public required string Verdict { get; init; }

    public required string Label { get; init; }

    public string Ground { get; init; } = "";

    public string Mark { get; init; } = "";

    public string Reason { get; init; } = "";

    public string? By { get; init; }

    public string? At { get; init; }

    public string? Comment { get; init; }

    public double Confidence { get; init; }

    public string? Rule { get; init; }

    public string? Source { get; init; }

    public string? Person { get; init; }

    public bool Doubt { get; init; }

    public static PassageView Of(Decision decision, DocumentDecisions? byPerson)
    {
        var own = decision.ByPerson ? byPerson?.Passages.FirstOrDefault(p => p.Span == decision.Span && p.Area == decision.Area) : null;
        return new PassageView
        {
            S = decision.Span.Start,
            E = decision.Span.End,
            Area = decision.Area,
            Verdict = decision.Verdict == Documents.Verdict.Remove ? "remove" : "keep",
            Label = decision.Label.ToCode(),
            Ground = decision.Ground?.Code ?? "",
            Mark = decision.MarkText,
            Reason = decision.Reason,
            By = decision.ByPerson ? decision.DecidedBy : null,
            At = own?.At is { Length: > 0 } at ? at : null,
            Comment = own?.Comment is { Length: > 0 } comment ? comment : null,
            Confidence = Math.Round(decision.Confidence, 2),
            Rule = decision.Evidence?.Rule,
            Source = decision.Evidence?.Source,
            Person = decision.Evidence?.PersonId,
            Doubt = decision.NeedsReview,
        };
    }
}
