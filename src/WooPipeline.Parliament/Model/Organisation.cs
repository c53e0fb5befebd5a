namespace WooPipeline.Parliament;

/// <summary>An organisation.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Abbreviation">Short name; empty where none.</param>
/// <param name="Kind">What it is: <c>ministerie</c>, <c>zbo</c>, …</param>
/// <param name="Parent">What it belongs to; empty where nothing.</param>
/// <param name="Source">Where it was read.</param>
public sealed record Organisation(string Name, string Abbreviation, string Kind, string Parent, Provenance Source)
{
    /// <summary>The short name, or the full one.</summary>
    public string ShortName => Abbreviation.Length > 0 ? Abbreviation : Name;
}
