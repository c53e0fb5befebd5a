namespace WooPipeline.Parliament;

/// <summary>Problems under a rule's name.</summary>
internal static class RuleProblems
{
    public static Problem Error(this IRule rule, Provenance place, string message) => new(Severity.Error, rule.Code, place, message);

    public static Problem Warning(this IRule rule, Provenance place, string message) => new(Severity.Warning, rule.Code, place, message);
}
