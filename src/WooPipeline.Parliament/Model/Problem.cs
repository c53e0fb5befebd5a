namespace WooPipeline.Parliament;

/// <summary>Something that a person must look at.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Code">Stable name: of the rule (<c>R07-tabelcel</c>) or the reader (<c>register-kolom</c>).</param>
/// <param name="Place">Where.</param>
/// <param name="Message">What is wrong and what to do next, in Dutch.</param>
public sealed record Problem(Severity Severity, string Code, Provenance Place, string Message)
{
    /// <summary>As a line for a person.</summary>
    public override string ToString() => $"{(Severity == Severity.Error ? "fout" : "let op")} [{Code}] {Place}: {Message}";
}
