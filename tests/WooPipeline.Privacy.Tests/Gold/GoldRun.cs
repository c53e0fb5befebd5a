using WooPipeline.Documents;

namespace WooPipeline.Privacy.Tests;

/// <summary>Both passes over a gold dossier without human input, and its evaluation.</summary>
internal sealed class GoldRun
{
    public GoldRun(string dossier)
    {
        Engine = PrivacyEngine.Create(PolicySettings.Default, PrivacyRegisters.Load(Path.Combine(dossier, "registers")));
        Documents = [.. GoldView.Load(dossier)];
        Facts = [.. Documents.Select(Engine.Scan)];
        Register = Engine.Merge(Facts);
        Texts = Documents.ToDictionary(d => d.Id, d => GoldView.Redact(d, Decide(d)), StringComparer.Ordinal);
        Evaluation = GoldEvaluator.Evaluate(GoldDocument.Load(dossier), Texts);
    }

    public PrivacyEngine Engine { get; }

    public List<PrivacyDocument> Documents { get; }

    public List<DocumentFacts> Facts { get; }

    public PersonRegister Register { get; }

    public Dictionary<string, string> Texts { get; }

    public GoldEvaluation Evaluation { get; }

    public IEnumerable<Decision> Decide(PrivacyDocument document) => Engine.Decide(document, Engine.Detect(document, Register), Register);
}
