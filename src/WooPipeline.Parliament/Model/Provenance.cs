namespace WooPipeline.Parliament;

/// <summary>Where a value was taken from, so that a reader can check it.</summary>
/// <param name="Source">The file, relative to the dossier, with <c>/</c>.</param>
/// <param name="Locator">Where in it: <c>rij 5</c>, <c>regel 12</c>, <c>vraag[3]</c>; empty for the file as a whole.</param>
public sealed record Provenance(string Source, string Locator = "")
{
    /// <summary><c>registers/uitvraag.csv, rij 5</c>.</summary>
    public override string ToString() => Locator.Length == 0 ? Source : $"{Source}, {Locator}";

    /// <summary>The same place, for one column or key of it.</summary>
    public Provenance At(string part) => this with { Locator = Locator.Length == 0 ? $"'{part}'" : $"{Locator}, '{part}'" };
}
