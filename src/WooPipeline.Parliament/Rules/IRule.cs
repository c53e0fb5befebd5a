namespace WooPipeline.Parliament;

/// <summary>A rule that the papers of a dossier keep. Stateless.</summary>
internal interface IRule
{
    /// <summary>Its stable name in reports: <c>R07-onbekend-is-geen-nee</c>.</summary>
    string Code { get; }

    /// <summary>What breaks it.</summary>
    IEnumerable<Problem> Check(RuleContext context);
}
