namespace WooPipeline.Review.Tests;

/// <summary>A row of the redaction account.</summary>
internal sealed record Account(string Document, string Label, string Ground, string Source, string Motivation)
{
    /// <summary>All rows of <c>lakverantwoording.csv</c>.</summary>
    public static IReadOnlyList<Account> Read(string path) =>
        [.. File.ReadLines(path).Skip(1).Select(l => l.Split(';').Select(c => c.Trim('"')).ToArray()).Select(c => new Account(c[1], c[3], c[4], c[5], c[6]))];
}
