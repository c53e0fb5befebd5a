namespace Scriban.Parsing;

/// <summary>The statement to which a block of statements belongs.</summary>
/// <param name="Construct">What it is; null for the page and the front matter, which need no end.</param>
/// <param name="TakesElse">Whether an else may end the block.</param>
/// <param name="TakesWhen">Whether a when may end the block.</param>
internal readonly record struct BlockOwner(Construct? Construct, bool TakesElse = false, bool TakesWhen = false)
{
    public static readonly BlockOwner Page;

    public static readonly BlockOwner FrontMatter = Page with { IsFrontMatter = true };

    public bool IsFrontMatter { get; private init; }
}
