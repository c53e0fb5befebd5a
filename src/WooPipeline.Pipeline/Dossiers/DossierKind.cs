namespace WooPipeline.Pipeline;

/// <summary>What a dossier is for.</summary>
public enum DossierKind
{
    /// <summary>A request under the Woo: <c>woo-verzoek</c>.</summary>
    WooRequest,

    /// <summary>Questions of Parliament: <c>kamervragen</c>.</summary>
    ParliamentaryQuestions,

    /// <summary>A report: <c>rapportage</c>.</summary>
    Report,
}
