using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>What a reviewer decided on a person once and for all: it holds for every sighting, in documents that come later too.</summary>
/// <param name="Verdict">Remove everywhere, or keep: public by role.</param>
/// <param name="Ground">Code of the ground; empty where kept.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Who.</param>
public sealed record PersonRuling(Verdict Verdict, string Ground, string Reason, string By)
{
    /// <summary>A decision of the policy as the ruling on its person has it; itself where there is none, and where a list of the dossier decided.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="register">The register, with the rulings.</param>
    public static Decision Apply(Decision decision, PersonRegister register)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(register);
        if (register.Find(decision.Evidence?.PersonId)?.Ruling is not { } ruling || decision.ByPerson
            || decision.Evidence!.Rule.StartsWith(WordListMatcher.RulePrefix, StringComparison.Ordinal))
        {
            return decision;
        }

        var ground = ruling.Verdict == Verdict.Remove ? GroundCatalog.Find(ruling.Ground) ?? GroundCatalog.Privacy : null;
        return decision with
        {
            Verdict = ruling.Verdict,
            Ground = ground,
            MarkText = ground is null ? "" : decision.Ground?.Code == ground.Code && decision.MarkText.Length > 0 ? decision.MarkText : ground.Code,
            Reason = ruling.Reason,
            DecidedBy = ruling.By,
            Confidence = 1,
            NeedsReview = false,
        };
    }

    /// <summary>
    /// True where a person of a register is the one that was ruled on: by an address, or by the name where one of the two has no address.
    /// Names grow fuller and numbers change as documents are added.
    /// </summary>
    internal static bool IsOn(Person person, PersonAdjustment adjustment) =>
        adjustment.Emails.IsEmpty || person.Emails.IsEmpty
            ? person.Names.Any(n => adjustment.Names.Contains(PersonKeys.NameOf(n)))
            : person.Emails.Intersect(adjustment.Emails, StringComparer.Ordinal).Any();
}
