using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>How function titles are treated.</summary>
public enum FunctionTitles
{
    /// <summary>They stay.</summary>
    Keep,

    /// <summary>They go.</summary>
    Remove,

    /// <summary>They go where one person in the dossier holds them.</summary>
    RemoveIfUnique,
}

/// <summary>The policy of a dossier; the <c>beleid:</c> section of <c>dossier.yaml</c>.</summary>
public sealed record PolicySettings
{
    /// <summary>The policy as published: every label removed, functional mailboxes and titles kept.</summary>
    public static PolicySettings Default { get; } = new();

    /// <summary>Ground per label; absent labels go under 5.1.2e, numbers prescribed by law under 5.1.1e, access under 5.1.2h.</summary>
    public ImmutableDictionary<Label, string> Grounds { get; init; } = ImmutableDictionary<Label, string>.Empty
        .Add(Label.Id, "5.1.1e").Add(Label.Access, "5.1.2h");

    /// <summary>Text of the mark per label; absent: the ground's code.</summary>
    public ImmutableDictionary<Label, string> MarkTexts { get; init; } = ImmutableDictionary<Label, string>.Empty;

    /// <summary>Labels that stay in this dossier.</summary>
    public ImmutableHashSet<Label> KeptLabels { get; init; } = [];

    /// <summary>True where mailboxes that name no person stay.</summary>
    public bool KeepFunctionalMailboxes { get; init; } = true;

    /// <summary>Local parts that stay whatever they look like, folded.</summary>
    public ImmutableHashSet<string> KeptMailboxes { get; init; } = [];

    /// <summary>What happens to function titles next to a removed name.</summary>
    public FunctionTitles FunctionTitles { get; init; } = FunctionTitles.Keep;

    /// <summary>True where spokespersons count as public.</summary>
    public bool SpokespersonsArePublic { get; init; }

    /// <summary>True where the area code of a removed number stays (<c>070 -</c>).</summary>
    public bool KeepPhonePrefix { get; init; }

    /// <summary>True where a person gets one pseudonym in the whole dossier instead of a code.</summary>
    public bool Pseudonyms { get; init; }

    /// <summary>What a pseudonym says before its number: <c>medewerker</c>.</summary>
    public string PseudonymWord { get; init; } = "medewerker";

    /// <summary>Findings below this confidence go to review.</summary>
    public double ReviewBelow { get; init; } = 0.8;

    /// <summary>True where a local part is on the dossier's own list.</summary>
    public bool IsKeptMailbox(string folded) => KeptMailboxes.Contains(folded);

    /// <summary>The ground of a label.</summary>
    public Ground GroundOf(Label label) => (Grounds.TryGetValue(label, out var code) ? GroundCatalog.Find(code) : null) ?? GroundCatalog.Privacy;

    /// <summary>Reads the section <c>beleid:</c> (or a text that is that section). Unknown keys are refused, so that a slip does not pass.</summary>
    /// <exception cref="FormatException">The text is no YAML, or a key or value is not known.</exception>
    public static PolicySettings Parse(string yaml) => PolicyReader.Read(yaml);
}
