using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Publication;

/// <summary>How far a consultation is.</summary>
public enum ConsultationState
{
    /// <summary>The party hasn't answered and its term isn't over by the decision's date.</summary>
    Open,

    /// <summary>It has no objections.</summary>
    Agreed,

    /// <summary>It objects; the decision must deal with that.</summary>
    Objects,

    /// <summary>Its term is over without an answer.</summary>
    NoAnswer,
}

/// <summary>An interested party that was asked for its view (zienswijze, Woo art. 4.4).</summary>
/// <param name="Id">Letters and digits; names its files.</param>
/// <param name="Party">The party as the letter addresses it: an organisation or a role.</param>
/// <param name="State">How far it is.</param>
public sealed record Consultation(string Id, string Party, ConsultationState State)
{
    /// <summary>Last day for an answer.</summary>
    public DateOnly? Term { get; init; }

    /// <summary>Passages that concern it: document id and span in that document's text view.</summary>
    public ImmutableArray<(string DocumentId, TextSpan Span)> Passages { get; init; } = [];

    /// <summary>Names by which documents call the party; passages that hold one concern it.</summary>
    public ImmutableArray<string> Terms { get; init; } = [];

    /// <summary>Why the package is made while it is open; empty where there is no reason.</summary>
    public string ReasonWhileOpen { get; init; } = "";
}
