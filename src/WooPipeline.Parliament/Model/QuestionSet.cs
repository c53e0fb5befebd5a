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

/// <summary>A member of a House.</summary>
/// <param name="Name">As papers write it: <c>Van Houwelingen</c>.</param>
/// <param name="Party">Party or group; empty where not given.</param>
public sealed record Member(string Name, string Party = "");

/// <summary>A question.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Label">As printed: <c>Vraag 1</c>.</param>
/// <param name="Markdown">Its text, never rewritten, in Markdown.</param>
/// <param name="Source">Where it was read.</param>
public sealed record Question(int Number, string Label, string Markdown, Provenance Source);

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

/// <summary>A notice that the answer comes later.</summary>
/// <param name="SentOn">When it was sent.</param>
/// <param name="Reasons">Why.</param>
/// <param name="ExpectedBy">When the answer is expected; null where not said.</param>
/// <param name="AppendixNumber">Its own number in the Aanhangsel; null where none.</param>
public sealed record Extension(DateOnly SentOn, ImmutableArray<string> Reasons, DateOnly? ExpectedBy = null, string? AppendixNumber = null);

/// <summary>An earlier set.</summary>
/// <param name="CaseNumber">Its case number or Aanhangsel number.</param>
/// <param name="Relation">How they are related: <c>vervolg op</c>.</param>
/// <param name="Description">How a text names it.</param>
public sealed record RelatedSet(string CaseNumber, string Relation, string Description);

/// <summary>A request that led to the questions.</summary>
/// <param name="By">Who asked.</param>
/// <param name="Text">What for.</param>
public sealed record OriginatingRequest(string By, string Text);
