using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>The keys above a text, between lines of <c>---</c>: names with a value, a list of values, or a list of such groups.</summary>
/// <param name="Values">The values by key, in order of the keys: a <see cref="string"/>, an array of strings, or an array of front matters.</param>
/// <param name="Source">Where they stand.</param>
public sealed record FrontMatter(ImmutableSortedDictionary<string, object> Values, Provenance Source)
{
    /// <summary>No keys at all.</summary>
    public static FrontMatter Empty { get; } = new(ImmutableSortedDictionary<string, object>.Empty, new Provenance(""));

    /// <summary>True where the key is there.</summary>
    public bool Has(string key) => Values.ContainsKey(key);

    /// <summary>A value as text; empty where it is absent or no single value.</summary>
    public string Text(string key) => Values.GetValueOrDefault(key) as string ?? "";

    /// <summary>A list of values; a single value is a list of one.</summary>
    public ImmutableArray<string> List(string key) => Values.GetValueOrDefault(key) switch
    {
        string { Length: > 0 } one => [one],
        ImmutableArray<string> many => many,
        _ => [],
    };

    /// <summary>A list of groups; a single group is a list of one.</summary>
    public ImmutableArray<FrontMatter> Groups(string key) => Values.GetValueOrDefault(key) switch
    {
        FrontMatter one => [one],
        ImmutableArray<FrontMatter> many => many,
        _ => [],
    };
}
