using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>Everything of a dossier folder that the papers for parliament are made of.</summary>
public sealed record ParliamentDossier
{
    /// <summary>The dossier's folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The keys of <c>dossier.yaml</c>.</summary>
    public required FrontMatter Settings { get; init; }

    /// <summary>The question sets, in order of their files; the first is the one that is answered.</summary>
    public ImmutableArray<QuestionSet> QuestionSets { get; init; } = [];

    /// <summary>The answers that are being written.</summary>
    public ImmutableArray<Answer> Answers { get; init; } = [];

    /// <summary>All written texts.</summary>
    public ImmutableArray<TextPart> Texts { get; init; } = [];

    /// <summary>The commitments.</summary>
    public ImmutableArray<Commitment> Commitments { get; init; } = [];

    /// <summary>The inquiry.</summary>
    public Inquiry Inquiry { get; init; } = new("", "", []);

    /// <summary>The organisations.</summary>
    public ImmutableArray<Organisation> Organisations { get; init; } = [];

    /// <summary>The platforms.</summary>
    public ImmutableArray<Platform> Platforms { get; init; } = [];

    /// <summary>The statuses.</summary>
    public ImmutableArray<PlatformStatus> Statuses { get; init; } = [];

    /// <summary>The reports made.</summary>
    public ImmutableArray<CaseRecord> Cases { get; init; } = [];

    /// <summary>Records of case systems and archives; their personal values belong to the persons of the dossier.</summary>
    public ImmutableArray<ArchiveRecord> ArchiveRecords { get; init; } = [];

    /// <summary>What reading the files brought up.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];

    /// <summary>The set that is answered; null where the dossier has none.</summary>
    public QuestionSet? Questions => QuestionSets.Length > 0 ? QuestionSets[0] : null;

    /// <summary>Name of the house template: <c>huissjabloon</c>, <c>algemeen</c> where the dossier names none.</summary>
    public string House => Settings.Text("huissjabloon") is { Length: > 0 } house ? house.ToLowerInvariant() : "algemeen";

    /// <summary>Reads a dossier. Content never makes it throw: what is wrong is in <see cref="Problems"/>.</summary>
    /// <param name="dossierFolder">The folder with <c>registers/</c>, <c>kamervragen/</c>, <c>zaken/</c> and <c>teksten/</c>; each may be absent.</param>
    public static ParliamentDossier Load(string dossierFolder) => ParliamentDossierReader.Load(dossierFolder);
}
