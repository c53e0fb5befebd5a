namespace WooPipeline.Parliament;

/// <summary>A field of a publication's metadata.</summary>
/// <param name="Name">As given: <c>OVERHEIDop.vraagnummer</c>.</param>
/// <param name="Scheme">List the value is from; empty where none.</param>
/// <param name="Value">The value.</param>
public sealed record PublicationField(string Name, string Scheme, string Value)
{
    /// <summary>True where the name is this, with or without the prefix of its vocabulary.</summary>
    public bool IsCalled(string name) => string.Equals(Name[(Name.LastIndexOfAny(['.', ':']) + 1)..], name, StringComparison.OrdinalIgnoreCase);
}
