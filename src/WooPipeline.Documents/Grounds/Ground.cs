namespace WooPipeline.Documents;

/// <summary>
/// A ground for not publishing a passage or document: an article of the Wet open overheid (art. 5.1, 5.2, 5.4), of the
/// Wob for older decisions, or a reason that is no refusal (<c>dubbel</c>, <c>buiten verzoek</c>).
/// </summary>
/// <param name="Code">Canonical code: <c>5.1.2e</c>, no dot before the letter.</param>
/// <param name="Label">What the ground protects, in Dutch.</param>
/// <param name="Article">The article written out (<c>artikel 5.1, tweede lid, aanhef en onder e</c>); empty for a reason that is no article.</param>
/// <param name="IsAbsolute">True where no interests are weighed (art. 5.1 lid 1).</param>
public sealed record Ground(string Code, string Label, string Article, bool IsAbsolute)
{
    /// <summary>True for a ground of art. 5.1 lid 2, which needs a motivation (lid 3).</summary>
    public bool NeedsMotivation => Code.StartsWith("5.1.2", StringComparison.Ordinal);

    /// <summary>What a screen reader says for a box with this ground: <c>gelakt, artikel 5.1, tweede lid, aanhef en onder e, Woo</c>.</summary>
    public string Spoken => Article.Length == 0 ? $"gelakt, {Label}"
        : Article.Contains("Wob", StringComparison.Ordinal) ? $"gelakt, {Article}" : $"gelakt, {Article}, Woo";

    /// <inheritdoc/>
    public override string ToString() => Code;
}
