namespace WooPipeline.Parliament;

/// <summary>Another name of a platform.</summary>
/// <param name="Name">The name.</param>
/// <param name="From">First day; null for always.</param>
/// <param name="Until">Last day; null for still (a service of the same company).</param>
public sealed record PlatformAlias(string Name, DateOnly? From, DateOnly? Until);
