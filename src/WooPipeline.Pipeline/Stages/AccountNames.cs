using System.Collections.Frozen;
using WooPipeline.Documents;

namespace WooPipeline.Pipeline;

/// <summary>
/// The account name in the path of a removed link (<c>u/naam/berichten/7</c>), so that the same name is found where people write it
/// without a link. Only long names: a short one may be a word.
/// </summary>
internal static class AccountNames
{
    private const int LeastLetters = 7;
    private const string LinkRule = "handle.link";
    private static readonly FrozenSet<string> Before = Load("ervoor");
    private static readonly FrozenSet<string> Never = Load("nooit");

    /// <summary>The name in a removed passage, or null.</summary>
    public static string? Of(string text, Decision decision)
    {
        if (decision.Label != Label.Handle || decision.Evidence?.Rule != LinkRule)
        {
            return null;
        }

        var segments = text.Split('/', '?', '#').SkipWhile(s => s.Length == 0 || Before.Contains(s.ToLowerInvariant()));
        var name = segments.FirstOrDefault()?.TrimStart('@') ?? "";
        return name.Count(char.IsLetter) >= LeastLetters && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '.' or '-') && !Never.Contains(name.ToLowerInvariant()) ? name : null;
    }

    private static FrozenSet<string> Load(string kind)
    {
        using var stream = typeof(AccountNames).Assembly.GetManifestResourceStream("WooPipeline.Pipeline.Data.account-paths.csv")
            ?? throw new InvalidOperationException("Data/account-paths.csv is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n').Select(l => l.Trim().Split(';')).Where(c => c.Length == 2 && c[0] == kind).Select(c => c[1]).ToFrozenSet(StringComparer.Ordinal);
    }
}
