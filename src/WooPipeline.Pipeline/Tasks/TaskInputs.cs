using WooPipeline.Documents;
using WooPipeline.Privacy;

namespace WooPipeline.Pipeline;

/// <summary>What looking for persons gave.</summary>
/// <param name="Facts">What was seen; null where a fault kept that from being seen.</param>
internal sealed record ScanResult(DocumentFacts? Facts);

/// <summary>A form that was removed somewhere, with the decision that did so.</summary>
internal sealed record TaskForm(string Text, Decision Decision);
