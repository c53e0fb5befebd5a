using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace WooPipeline.Formats.Mail;

/// <summary>The words of a sender's name, to know the line with which he signs.</summary>
internal sealed class SenderName
{
    private static readonly char[] Separators = [' ', ',', '.', '(', ')', '"', '\'', '<', '-', '\u2019', ';', '/'];
    private static readonly SearchValues<char> Cuts = SearchValues.Create(Separators);
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

        int known = 0, other = 0, nameEnd = 0;
        var leading = true;
        for (var at = 0; at < text.Length;)
        {
            var length = text[at..].IndexOfAny(Cuts);
            length = length < 0 ? text.Length - at : length;
            if (length > 0)
            {
                var word = text.Slice(at, length).ToString();
                var isKnown = words.Contains(word.ToLowerInvariant());
                known += isKnown && leading ? 1 : 0;
                nameEnd = isKnown && leading ? at + length : nameEnd;
                leading &= isKnown || word.Length == 1 || char.IsLower(word[0]);
                other += isKnown || word.Length == 1 || Titles.Contains(word.ToLowerInvariant()) ? 0 : 1;
            }

            at += length + 1;
        }

        // "Jan Jansen, tst. 12" signs; "Jan Jansen heeft gebeld" tells of him.
        var rest = text[nameEnd..].TrimStart();
        return known > 0 && (other == 0 || (known >= 2 && (rest.IsEmpty || !char.IsLetter(rest[0]))));
    }
}
