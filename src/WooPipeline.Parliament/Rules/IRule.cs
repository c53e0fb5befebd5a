namespace WooPipeline.Parliament;

/// <summary>A rule that the papers of a dossier keep. Stateless.</summary>
internal interface IRule
{
    /// <summary>Its stable name in reports: <c>R07-onbekend-is-geen-nee</c>.</summary>
    string Code { get; }

    /// <summary>What breaks it.</summary>
    IEnumerable<Problem> Check(RuleContext context);
}

/// <summary>Problems under a rule's name.</summary>
internal static class RuleProblems
{
    public static Problem Error(this IRule rule, Provenance place, string message) => new(Severity.Error, rule.Code, place, message);

    public static Problem Warning(this IRule rule, Provenance place, string message) => new(Severity.Warning, rule.Code, place, message);
}
