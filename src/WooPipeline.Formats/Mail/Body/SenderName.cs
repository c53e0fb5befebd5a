using System.Collections.Frozen;
using System.Collections.Immutable;

namespace WooPipeline.Formats.Mail;

/// <summary>The words of a sender's name, to know the line with which he signs.</summary>
internal sealed class SenderName
{
    private static readonly char[] Separators = [' ', ',', '.', '(', ')', '"', '\'', '<', '-', '\u2019', ';', '/'];
    private static readonly FrozenSet<string> Titles = MailData.Rows("titles.csv", 1).Select(row => row[0]).ToFrozenSet();
    private readonly ImmutableHashSet<string> words;

    private SenderName(ImmutableHashSet<string> words) => this.words = words;

    /// <summary>A sender of whom nothing is known.</summary>
    public static SenderName Unknown { get; } = new([]);

    /// <summary>The name of a header value: <c>Bakker, S.A. (Sanne)</c>, <c>Jan Jansen &lt;jan@example.nl&gt;</c>.</summary>
    public static SenderName Of(string value)
    {
        var end = value.IndexOfAny(['<', '[']);
        var name = end > 0 ? value[..end] : value;
        if (name.Contains('@', StringComparison.Ordinal))
        {
            name = name[..name.IndexOf('@', StringComparison.Ordinal)];
        }

        // "(Sanne)" is a name, "(secretaris)" is not.
        var open = name.IndexOf('(', StringComparison.Ordinal);
        name = open > 0 && open + 1 < name.Length && char.IsLower(name[open + 1]) ? name[..open] : name;
        return new SenderName([.. name.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 1).Select(w => w.ToLowerInvariant())]);
    }

    /// <summary>True for a line that is the name, or begins with two words of it: <c>Sanne</c>, <c>S. Bakker</c>, <c>Jan Jansen, tst. 12</c>.</summary>
    public bool Signs(string line)
    {
        var text = line.AsSpan().Trim();
        if (words.Count == 0 || text.Length is < 2 or > 90 || !char.IsLetter(text[0]))
        {
            return false;
        }

        int known = 0, other = 0;
        var leading = true;
        foreach (var word in text.ToString().Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            var isKnown = words.Contains(word.ToLowerInvariant());
            known += isKnown && leading ? 1 : 0;
            leading &= isKnown || word.Length == 1 || char.IsLower(word[0]);
            other += isKnown || word.Length == 1 || Titles.Contains(word.ToLowerInvariant()) ? 0 : 1;
        }

        return known > 0 && (other == 0 || known >= 2);
    }
}
