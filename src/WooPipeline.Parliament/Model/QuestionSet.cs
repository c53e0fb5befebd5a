using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>Questions put by members of a House in one go.</summary>
public sealed record QuestionSet
{
    /// <summary>Case number of the Tweede Kamer, <c>2022Z26436</c>; empty where none is given.</summary>
    public string CaseNumber { get; init; } = "";

    /// <summary>True for questions put in the weekly question hour.</summary>
    public bool IsOral { get; init; }

    /// <summary>Who put them.</summary>
    public ImmutableArray<Member> Submitters { get; init; } = [];

    /// <summary>The offices they were put to.</summary>
    public ImmutableArray<string> Addressees { get; init; } = [];

    /// <summary>When they were put; the term counts from here.</summary>
    public DateOnly? SubmittedOn { get; init; }

    /// <summary>The official subject, behind "over".</summary>
    public string Subject { get; init; } = "";

    /// <summary>The subject as the ministry's own papers call it; the official one where absent.</summary>
    public string ShortSubject { get; init; } = "";

    /// <summary>Sets that these build on.</summary>
    public ImmutableArray<RelatedSet> RelatedSets { get; init; } = [];

    /// <summary>A request of a committee that led to them, or null.</summary>
    public OriginatingRequest? OriginatingRequest { get; init; }

    /// <summary>The questions, as numbered.</summary>
    public ImmutableArray<Question> Questions { get; init; } = [];

    /// <summary>Answers that came with the set (an official publication); a dossier's own are in <see cref="ParliamentDossier.Answers"/>.</summary>
    public ImmutableArray<Answer> PublishedAnswers { get; init; } = [];

    /// <summary>Notices that the answer comes later.</summary>
    public ImmutableArray<Extension> Extensions { get; init; } = [];

    /// <summary>Who signs the answer; empty where not settled.</summary>
    public string Signatory { get; init; } = "";

    /// <summary>On whose behalf it is sent too.</summary>
    public ImmutableArray<string> OnBehalfOf { get; init; } = [];

    /// <summary>Who saw it without signing.</summary>
    public ImmutableArray<string> Consulted { get; init; } = [];

    /// <summary>When the answer was received; null while open.</summary>
    public DateOnly? AnsweredOn { get; init; }

    /// <summary>Number in the Aanhangsel; null where none.</summary>
    public string? AppendixNumber { get; init; }

    /// <summary>Parliamentary year, <c>2022-2023</c>; empty where not given.</summary>
    public string ParliamentaryYear { get; init; } = "";

    /// <summary>Remarks and notices that the publication prints, in order.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>Where it was read.</summary>
    public required Provenance Source { get; init; }

    /// <summary>Last day of the three weeks in which an answer or a notice must come.</summary>
    public DateOnly? DueOn => SubmittedOn?.AddDays(21);
}
