namespace WooPipeline.Documents;

/// <summary>Why something was found. Never holds text of the document.</summary>
/// <param name="Rule">Stable id of the rule (<c>name.signature</c>, <c>phone.mobile</c>).</param>
/// <param name="Source">Where the knowledge comes from: <c>registers/ambtenaren.csv:4</c>, <c>bronnen/001.eml</c>; null for the rule alone.</param>
/// <param name="PersonId">Id in the register of persons; null where none is meant.</param>
public sealed record Evidence(string Rule, string? Source = null, string? PersonId = null);
