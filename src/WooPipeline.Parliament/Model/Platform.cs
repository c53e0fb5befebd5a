using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>A platform with its names in time.</summary>
/// <param name="Name">Its present name.</param>
/// <param name="Aliases">Other names, with the days on which they held.</param>
/// <param name="Source">Where it was read.</param>
public sealed record Platform(string Name, ImmutableArray<PlatformAlias> Aliases, Provenance Source)
{
    /// <summary>The name it had on a day.</summary>
    public string NameOn(DateOnly day) =>
        Aliases.FirstOrDefault(a => a.Until is not null && (a.From is null || a.From <= day) && day <= a.Until)?.Name ?? Name;

    /// <summary>True for its present name and each alias.</summary>
    public bool IsCalled(string name) =>
        string.Equals(Name, name, StringComparison.OrdinalIgnoreCase) || Aliases.Any(a => string.Equals(a.Name, name, StringComparison.OrdinalIgnoreCase));
}
