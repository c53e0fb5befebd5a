using Scriban.Parsing;

namespace WooPipeline.Templating;

/// <summary>Collects findings and what was reached; the same place is told once, however many templates include it.</summary>
internal sealed class AnalysisReport
{
    private readonly HashSet<TemplateFinding> findings = [];

    /// <summary>Names of templates that are rendered or included.</summary>
    public HashSet<string> Used { get; } = new(StringComparer.Ordinal);

    /// <summary>Beginnings of names that are put together while rendering.</summary>
    public HashSet<string> UsedBeginnings { get; } = new(StringComparer.Ordinal);

    public IEnumerable<TemplateFinding> Findings => findings;

    public void Add(string code, SourceSpan span, string message) =>
        findings.Add(new TemplateFinding(code, span.FileName, span.Start.Line + 1, span.Start.Column + 1, message));

    public bool IsUsed(string name) => Used.Contains(name) || UsedBeginnings.Any(b => name.StartsWith(b, StringComparison.Ordinal));
}
