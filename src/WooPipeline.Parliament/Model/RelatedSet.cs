namespace WooPipeline.Parliament;

/// <summary>An earlier set.</summary>
/// <param name="CaseNumber">Its case number or Aanhangsel number.</param>
/// <param name="Relation">How they are related: <c>vervolg op</c>.</param>
/// <param name="Description">How a text names it.</param>
public sealed record RelatedSet(string CaseNumber, string Relation, string Description);
