using WooPipeline.Documents;
using WooPipeline.Privacy;

namespace WooPipeline.Pipeline;

/// <summary>What a reading task is given.</summary>
/// <param name="Path">Path of the source in its dossier.</param>
/// <param name="Key">Key of the source in a workspace.</param>
/// <param name="Sha256">Hash of its bytes, under which they were shared.</param>
internal sealed record ReadInput(string Path, string Key, string Sha256);

/// <summary>What looking for persons gave.</summary>
/// <param name="Facts">What was seen; null where a fault kept that from being seen.</param>
internal sealed record ScanResult(DocumentFacts? Facts);

/// <summary>A form that was removed somewhere, with the decision that did so.</summary>
internal sealed record TaskForm(string Text, Decision Decision);
