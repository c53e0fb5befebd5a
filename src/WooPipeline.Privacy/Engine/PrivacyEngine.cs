using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>
/// Finds personal data. Pass 1 (<see cref="Scan"/>) gathers who is in a document, <see cref="Merge"/> makes the dossier's
/// register of persons, pass 2 (<see cref="Detect"/>) finds every form of them and every other personal datum, and
/// <see cref="Decide"/> applies the policy. Frozen and thread-safe.
/// </summary>
public sealed class PrivacyEngine
{
    private readonly PolicySettings settings;
    private readonly PrivacyRegisters registers;
    private readonly WordListMatcher always;
    private readonly WordListMatcher never;

    private PrivacyEngine(PolicySettings settings, PrivacyRegisters registers)
    {
        this.settings = settings;
        this.registers = registers;
        always = new WordListMatcher(registers.Always);
        never = new WordListMatcher(registers.Never);
    }

    /// <summary>True for an engine that asks every recogniser of every word, which finds no more than one that asks where a trigger stands.</summary>
    internal bool LooksEverywhere { get; init; }

    /// <summary>An engine for one dossier.</summary>
    public static PrivacyEngine Create(PolicySettings settings, PrivacyRegisters registers)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(registers);
        return new PrivacyEngine(settings, registers);
    }

    /// <summary>The same, asking every recogniser of every word.</summary>
    internal static PrivacyEngine CreateEverywhere(PolicySettings settings, PrivacyRegisters registers) => new(settings, registers) { LooksEverywhere = true };

    /// <summary>Pass 1: who is seen in a document.</summary>
    public DocumentFacts Scan(PrivacyDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var analysis = DocumentAnalysis.Of(document, registers, null, settings, LooksEverywhere);
        var sightings = ImmutableArray.CreateBuilder<Sighting>();
        foreach (var mention in analysis.Mentions)
        {
            if (mention.Rule is "name.reference" || (mention.Strength != Strength.Confirmed && SourceReference.IsCited(analysis.Words, mention.Name)))
            {
                continue;
            }

            var isPublic = mention.Role is not null && PublicRoles.MakesPublic(mention.Role, settings);
            sightings.Add(new Sighting(mention.Name.Name, mention.Strength, mention.Rule, analysis.Words[mention.Name.First].Start,
                mention.Email, mention.Role ?? mention.Function, null, isPublic));
        }

        return new DocumentFacts(document.Id, document.ThreadId, sightings.ToImmutable(), [.. ThingNames.Find(analysis.Words, analysis.Fields, analysis.Domains)],
            [.. analysis.PublicNumbers], [.. analysis.Homes], [.. analysis.Offices], document.Date, [.. analysis.Domains]);
    }

    /// <summary>Joins the facts of all documents to the dossier's register; the order of the facts does not matter.</summary>
    public PersonRegister Merge(IEnumerable<DocumentFacts> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new RegisterMerger(registers).Merge(facts);
    }

    /// <summary>Pass 2: all personal data of a document, in order of place; names of public persons are marked as such.</summary>
    public ImmutableArray<Finding> Detect(PrivacyDocument document, PersonRegister register)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(register);
        using var analysis = DocumentAnalysis.Of(document, registers, register, settings, LooksEverywhere);
        var findings = new NameResolver(analysis, register, settings).Run();
        findings.AddRange(analysis.Recognised.Where(r => r.Label is not null)
            .Select(r => new Finding(r.Span, r.Label!.Value, r.Confidence, new Evidence(r.Rule, document.Id))));
        if (settings.FunctionTitles != FunctionTitles.Keep)
        {
            register.Functions(settings.FunctionTitles == FunctionTitles.RemoveIfUnique).AddFunctionsTo(analysis.Words, findings);
        }

        always.AddTo(analysis.Words, findings);
        return register.Links.Link(FindingMerger.Merge(findings, never.Spans(analysis.Words)), document.View);
    }

    /// <summary>Applies the policy to findings: what goes on which ground, what stays for which reason, what a person must see.</summary>
    public ImmutableArray<Decision> Decide(PrivacyDocument document, ImmutableArray<Finding> findings, PersonRegister register)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(register);
        return new PolicyDecider(settings, registers, register).Decide(document, findings);
    }

    /// <summary>Why a passage was removed, kept or not found at each place where it stands, in Dutch, and what would change it.</summary>
    public ImmutableArray<Explanation> Explain(PrivacyDocument document, PersonRegister register, string passage)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(register);
        return new Explainer(this, register).Explain(document, passage);
    }

    internal DocumentAnalysis Analyse(PrivacyDocument document, PersonRegister register) => DocumentAnalysis.Of(document, registers, register, settings, LooksEverywhere);
}
