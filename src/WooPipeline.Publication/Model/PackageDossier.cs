using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Publication;

/// <summary>What a package says of its dossier. Who asked is left out on purpose: it is personal data.</summary>
public sealed record PackageDossier
{
    /// <summary>The publishing organisation as readers know it: <c>ministerie van Volksgezondheid, Welzijn en Sport</c>.</summary>
    public required string Organisation { get; init; }

    /// <summary>What the dossier is about; public.</summary>
    public string Subject { get; init; } = "";

    /// <summary><c>woo-verzoek</c>, <c>kamervragen</c> or <c>rapportage</c>.</summary>
    public string Kind { get; init; } = "woo-verzoek";

    /// <summary>The organisation's reference (<c>2025-01</c>); also the inventory's matter.</summary>
    public string Reference { get; init; } = "";

    /// <summary>First day that the request covers.</summary>
    public DateOnly? PeriodStart { get; init; }

    /// <summary>Last day that the request covers.</summary>
    public DateOnly? PeriodEnd { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateOnly? RequestDate { get; init; }

    /// <summary>When it was decided; the date of all that is written about the dossier. Never the clock.</summary>
    public DateOnly? DecisionDate { get; init; }

    /// <summary>Language of the package, BCP 47.</summary>
    public string Language { get; init; } = "nl-NL";

    /// <summary>TOOI identifier of the publisher; null to look the organisation up in our own list, or to leave it out.</summary>
    public string? PublisherUri { get; init; }

    /// <summary>TOOI identifier of the information category; null for the one that belongs to the kind.</summary>
    public string? InformationCategoryUri { get; init; }

    /// <summary>Address under which <c>publicatie/</c> will stand, with a closing <c>/</c>; null where not yet known (then no sitemap).</summary>
    public string? BaseAddress { get; init; }

    /// <summary>Case numbers of requests that the documents belong to.</summary>
    public ImmutableArray<string> CaseNumbers { get; init; } = [];

    /// <summary>How PDFs of the package look.</summary>
    public HouseStyle Style { get; init; } = new();

    /// <summary>Why information older than five years is withheld all the same (art. 5.3); empty where not motivated.</summary>
    public string OldInformationReason { get; init; } = "";

    /// <summary>Appraisal for the archive (MDTO waardering): to keep or to destroy, by the organisation's selection list.</summary>
    public string Appraisal { get; init; } = "Nog te bepalen";
}
