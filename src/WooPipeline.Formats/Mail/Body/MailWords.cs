using System.Collections.Frozen;
using System.Collections.Immutable;

namespace WooPipeline.Formats.Mail;

/// <summary>The words that mail programs and writers use around a message; all from <c>Data/Mail</c>.</summary>
internal static class MailWords
{
    /// <summary>Native field names by the labels of quoted header blocks.</summary>
    public static FrozenDictionary<string, string> HeaderLabels { get; } = MailData.Rows("header-labels.csv", 2)
        .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.OrdinalIgnoreCase);

    private static readonly ImmutableArray<string> Separators = Column("separators.csv");
    private static readonly PhraseStarts Disclaimers = new(Column("disclaimers.csv"));
    private static readonly PhraseStarts Closings = new(Column("closings.csv"));
    private static readonly PhraseStarts Salutations = new(Column("salutations.csv"));
    private static readonly PhraseStarts TechnicalHeaders = new(Column("technical-headers.csv"));
    private static readonly ImmutableArray<string> MonthNames = Column("months.csv");

    private static readonly ImmutableArray<(string Start, string Verb)> Attributions =
        [.. MailData.Rows("attributions.csv", 2).Select(row => (row[0], row[1]))];

    /// <summary>The Dutch name of a month, 1 to 12.</summary>
    public static string Month(int month) => MonthNames[month - 1];

    /// <summary>True for a field that servers and filters write on the way (<c>Received</c>, <c>X-Spam-Score</c>).</summary>
    public static bool IsTechnicalHeader(string name) => TechnicalHeaders.Match(name) is not null;

    /// <summary>True for <c>-----Oorspronkelijk bericht-----</c> and its kin.</summary>
    public static bool IsSeparator(string line)
    {
        var bare = line.AsSpan().Trim("-_=*~ :\t");
        if (bare.Length is < 8 or > 60)
        {
            return false;
        }

        foreach (var separator in Separators)
        {
            // Dashes around it, or nothing else on the line: "Doorgestuurd bericht" in running text is no separator.
            if (bare.Equals(separator, StringComparison.OrdinalIgnoreCase)
                || (line.AsSpan().TrimStart().StartsWith("--", StringComparison.Ordinal) && bare.StartsWith(separator, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for <c>On … wrote:</c>, <c>Op … schreef …:</c> and their kin.</summary>
    public static bool IsAttribution(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.Length is < 12 or > 400 || text[^1] != ':')
        {
            return false;
        }

        foreach (var (start, verb) in Attributions)
        {
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase) && HasDigit(text)
                && text.Contains(verb, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where a line may be the first of an attribution cut over lines.</summary>
    public static bool BeginsAttribution(string line)
    {
        var text = line.AsSpan().TrimStart();
        foreach (var (start, _) in Attributions)
        {
            if (start.Length > 0 && text.StartsWith(start, StringComparison.OrdinalIgnoreCase) && HasDigit(text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where a paragraph begins a standard text of a mail system.</summary>
    public static bool IsDisclaimer(string line) => Disclaimers.Match(line.AsSpan().TrimStart("*_- \t>\u00A0")) is not null;

    /// <summary>True for a closing that stands alone or with a name after a comma (<c>Groet, Jan</c>).</summary>
    public static bool IsClosing(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.Length is 0 or > 70)
        {
            return false;
        }

        if (ClosingLength(line) is not { } closing)
        {
            return false;
        }

        var rest = text[closing..];
        return rest.TrimStart(".,!; ").IsEmpty || rest[0] is ',' or '!' || (rest[0] == ' ' && FewCapitalisedWords(UpToComma(rest)));
    }

    /// <summary>Length of the closing that a line starts with, blanks before it not counted; null where it starts with none.</summary>
    public static int? ClosingLength(string line) => Closings.Match(line.AsSpan().TrimStart());

    /// <summary>True for the opening of a letter: a short line of its own, or up to a comma.</summary>
    public static bool IsSalutation(string line)
    {
        var text = line.AsSpan().Trim();
        if (text.Length is 0 or > 100)
        {
            return false;
        }

        if (text[^1] == ',' && char.IsUpper(text[0]) && WordCount(text) <= 3)
        {
            return true; // only the name
        }

        return Salutations.Match(text) is { } length
            && (text.Length == length || !char.IsLetterOrDigit(text[length]))
            && (text.Length == length || WordCount(text) <= MostWords(text));
    }

    // A long one is an opening only where its one comma ends it: "Geachte heer Jansen, uw brief van …" goes on with the text.
    private static int MostWords(ReadOnlySpan<char> text) => text[^1] is not (',' or ':' or '!') ? 5 : text.IndexOf(',') == text.Length - 1 ? 16 : 12;

    /// <summary>Words of a line.</summary>
    public static int WordCount(ReadOnlySpan<char> text)
    {
        var count = 0;
        var inWord = false;
        foreach (var c in text)
        {
            var letter = !char.IsWhiteSpace(c);
            count += letter && !inWord ? 1 : 0;
            inWord = letter;
        }

        return count;
    }

    // "Groetjes Chantal van Es, klantcontact": what she is comes behind the name.
    private static ReadOnlySpan<char> UpToComma(ReadOnlySpan<char> text) => text.IndexOf(',') is > 1 and var comma ? text[..comma] : text;

    private static bool FewCapitalisedWords(ReadOnlySpan<char> rest)
    {
        var words = 0;
        foreach (var range in rest.Split(' '))
        {
            var word = rest[range];
            if (!word.IsEmpty)
            {
                words++;
                if (char.IsLower(word[0]) && word is not ("van" or "de" or "der" or "den" or "namens" or "en" or "uit"))
                {
                    return false;
                }
            }
        }

        return words <= 5;
    }

    private static bool HasDigit(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('0', '9') >= 0;

    private static ImmutableArray<string> Column(string name) => [.. MailData.Rows(name, 1).Select(row => row[0])];
}
