using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Pipeline;

/// <summary>What persons decided about one document; kept in <c>besluiten/</c> and never overruled by a run.</summary>
public sealed record DocumentDecisions
{
    /// <summary>Path of the source from the dossier's root.</summary>
    public required string Source { get; init; }

    /// <summary>SHA-256 of the source when the decisions were taken; empty where unknown.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The judgement on the whole document, or null.</summary>
    public Judgement? Judgement { get; init; }

    /// <summary>The decided passages.</summary>
    public ImmutableArray<PassageDecision> Passages { get; init; } = [];

    /// <summary>Pages, from 1, that a reviewer marked; a page that isn't here is unseen.</summary>
    public ImmutableSortedDictionary<int, PageMark> Pages { get; init; } = ImmutableSortedDictionary<int, PageMark>.Empty;

    /// <summary>True where nothing is kept here.</summary>
    public bool IsEmpty => Judgement is null && Passages.IsEmpty && Pages.IsEmpty;
}

/// <summary>What a reviewer said of a page.</summary>
/// <param name="IsFlagged">Needs another look; else it is done.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, in the local form of ISO 8601.</param>
public sealed record PageMark(bool IsFlagged, string By, string At);

/// <summary>A person's judgement on a whole document.</summary>
/// <param name="State">Openbaar, Deels openbaar, Niet openbaar, Reeds openbaar, dubbel or buiten verzoek.</param>
/// <param name="Grounds">Codes of the grounds.</param>
/// <param name="Motivation">Why.</param>
/// <param name="By">Who.</param>
public sealed record Judgement(string State, ImmutableArray<string> Grounds, string Motivation, string By)
{
    /// <summary>When, in the local form of ISO 8601; empty where unknown.</summary>
    public string At { get; init; } = "";

    /// <summary>The second person who confirmed it (four eyes); empty where nobody did.</summary>
    public string ConfirmedBy { get; init; } = "";

    /// <summary>When that was; empty where nobody did.</summary>
    public string ConfirmedAt { get; init; } = "";
}

/// <summary>A person's decision on a passage, with enough of its surroundings to find it again after the text has moved.</summary>
public sealed record PassageDecision
{
    /// <summary>Where it was, in the text view's UTF-16 units, end exclusive.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The passage itself; the dossier folder is internal.</summary>
    public required string Text { get; init; }

    /// <summary>Up to 40 units before it.</summary>
    public string Before { get; init; } = "";

    /// <summary>Up to 40 units after it.</summary>
    public string After { get; init; } = "";

    /// <summary>A rectangle that goes; null for a passage of text. On a page it has no text of its own.</summary>
    public PageArea? Area { get; init; }

    /// <summary>Remove or keep.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What kind of datum.</summary>
    public Label Label { get; init; } = Label.Other;

    /// <summary>Code of the ground; empty where kept.</summary>
    public string Ground { get; init; } = "";

    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Who.</summary>
    public required string By { get; init; }

    /// <summary>When, in the local form of ISO 8601; empty where unknown.</summary>
    public string At { get; init; } = "";

    /// <summary>What colleagues say about it; never published.</summary>
    public string Comment { get; init; } = "";
}
