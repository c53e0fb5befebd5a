using System.Collections.Immutable;
using System.Globalization;
using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>Turns findings into decisions by the dossier's policy.</summary>
internal sealed class PolicyDecider(PolicySettings settings, PrivacyRegisters registers, PersonRegister register)
{
    public ImmutableArray<Decision> Decide(PrivacyDocument document, ImmutableArray<Finding> findings)
    {
        var decisions = ImmutableArray.CreateBuilder<Decision>(findings.Length);
        foreach (var finding in findings)
        {
            decisions.Add(PersonRuling.Apply(One(document, finding), register));
        }

        return decisions.ToImmutable();
    }

    private Decision One(PrivacyDocument document, Finding finding)
    {
        if (finding.Evidence.Rule.StartsWith(WordListMatcher.RulePrefix, StringComparison.Ordinal))
        {
            var row = registers.Always[int.Parse(finding.Evidence.Rule.AsSpan(WordListMatcher.RulePrefix.Length), CultureInfo.InvariantCulture)];
            var own = GroundCatalog.Find(row.Ground) ?? GroundCatalog.Privacy;
            return Remove(finding, finding.Span, own, own.Code, $"staat in {row.Source}", false);
        }

        if (finding.PublicByRole)
        {
            return Keep(finding, Explanations.PublicReason(register.Find(finding.Evidence.PersonId), document.Date));
        }

        if (settings.KeptLabels.Contains(finding.Label))
        {
            return Keep(finding, $"het beleid van dit dossier houdt {finding.Label.ToCode()} zichtbaar");
        }

        var ground = settings.GroundOf(finding.Label);
        return Remove(finding, Shown(document, finding), ground, MarkText(finding, ground), Explanations.Reason(finding.Evidence.Rule), IsDoubtful(finding));
    }

    private bool IsDoubtful(Finding finding) => finding.Confidence < settings.ReviewBelow;

    private Decision Keep(Finding finding, string reason) => new()
    {
        Span = finding.Span,
        Label = finding.Label,
        Verdict = Verdict.Keep,
        Confidence = finding.Confidence,
        Evidence = finding.Evidence,
        NeedsReview = IsDoubtful(finding),
        Reason = reason,
    };

    private static Decision Remove(Finding finding, TextSpan span, Ground ground, string mark, string reason, bool needsReview) => new()
    {
        Span = span,
        Label = finding.Label,
        Verdict = Verdict.Remove,
        Confidence = finding.Confidence,
        Evidence = finding.Evidence,
        NeedsReview = needsReview,
        Ground = ground,
        MarkText = mark,
        Reason = reason,
    };

    private string MarkText(Finding finding, Ground ground)
    {
        if (settings.Pseudonyms && finding.Label == Label.Name && register.Find(finding.Evidence.PersonId) is { } person)
        {
            var organisation = person.Organisation.Split('/', ' ')[0];
            var number = person.Id[1..].TrimStart('0'); // p0012, or p0012s1 for one who was split off
            return $"{settings.PseudonymWord} {(organisation.Length > 0 ? organisation + " " : "")}{number}";
        }

        return settings.MarkTexts.GetValueOrDefault(finding.Label, ground.Code);
    }

    /// <summary>What goes of a finding: all of it, save the area code where the policy keeps that.</summary>
    private TextSpan Shown(PrivacyDocument document, Finding finding)
    {
        if (!settings.KeepPhonePrefix || finding.Label != Label.Phone)
        {
            return finding.Span;
        }

        var text = document.View.Slice(finding.Span);
        var cut = text.IndexOfAny('-', ' ', ')');
        return cut is >= 2 and <= 5 && text[0] is '0' or '(' ? new TextSpan(finding.Span.Start + cut + 1, finding.Span.End) : finding.Span;
    }
}
