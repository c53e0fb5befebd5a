using System.Collections.Frozen;
using System.Text;

namespace WooPipeline.Pdf.Text;

/// <summary>
/// Unicode normalisation (UAX #15) from tables of our own: the framework's does nothing where a machine has no culture data,
/// as in small containers, and what is read, removed and searched must not depend on that.
/// </summary>
internal static class UnicodeForms
{
    private const int HangulFirst = 0xAC00;
    private const int HangulCount = 11172;
    private const int LeadFirst = 0x1100;
    private const int LeadCount = 19;
    private const int VowelFirst = 0x1161;
    private const int VowelCount = 21;
    private const int TailFirst = 0x11A7;
    private const int TailCount = 28;
    private static readonly UnicodeTable Table = UnicodeTable.Load();

    /// <summary>Form KD: letters and their signs apart, ligatures and other forms of presentation undone.</summary>
    public static string Compatible(string text) => IsAscii(text) ? text : Apart(text, Table.Compatible);

    /// <summary>Form KC: as <see cref="Compatible"/>, letters and signs joined again.</summary>
    public static string CompatibleJoined(string text) => IsAscii(text) ? text : Joined(Apart(text, Table.Compatible));

    /// <summary>Form C: letters and signs joined where there is one character for both.</summary>
    public static string Composed(string text) => IsAscii(text) ? text : Joined(Apart(text, Table.Canonical));

    /// <summary>The characters that a character is made of, in form KD; null where it is one.</summary>
    public static string? PartsOf(Rune rune) =>
        rune.Value is >= HangulFirst and < HangulFirst + HangulCount ? Apart(rune.ToString(), Table.Compatible) : Table.Compatible.GetValueOrDefault(rune.Value);

    private static bool IsAscii(string text) => Ascii.IsValid(text);

    private static string Apart(string text, FrozenDictionary<int, string> parts)
    {
        var result = new StringBuilder(text.Length + 8);
        var needsOrder = false;
        foreach (var rune in text.EnumerateRunes())
        {
            var c = rune.Value;
            if (c is >= HangulFirst and < HangulFirst + HangulCount)
            {
                var index = c - HangulFirst;
                result.Append((char)(LeadFirst + (index / (VowelCount * TailCount)))).Append((char)(VowelFirst + (index / TailCount % VowelCount)));
                if (index % TailCount != 0)
                {
                    result.Append((char)(TailFirst + (index % TailCount)));
                }
            }
            else if (c >= 0x80 && parts.TryGetValue(c, out var known))
            {
                result.Append(known);
                needsOrder = true;
            }
            else
            {
                result.Append(rune.ToString());
                needsOrder |= Table.ClassOf(c) != 0;
            }
        }

        return needsOrder ? Ordered(result.ToString()) : result.ToString();
    }

    /// <summary>Signs after one letter in the order of their classes, those of one class as they stood.</summary>
    private static string Ordered(string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        var classes = Array.ConvertAll(runes, r => Table.ClassOf(r.Value));
        for (var i = 1; i < runes.Length; i++)
        {
            for (var at = i; at > 0 && classes[at] != 0 && classes[at - 1] > classes[at]; at--)
            {
                (runes[at], runes[at - 1]) = (runes[at - 1], runes[at]);
                (classes[at], classes[at - 1]) = (classes[at - 1], classes[at]);
            }
        }

        return string.Concat(runes);
    }

    private static string Joined(string text)
    {
        var result = new List<int>(text.Length);
        var (starter, last) = (-1, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var own = Table.ClassOf(rune.Value);
            var isNext = starter >= 0 && starter == result.Count - 1;
            if (starter >= 0 && (isNext || (last < own && last != 0)) && Join(result[starter], rune.Value) is var whole and >= 0)
            {
                result[starter] = whole;
                continue;
            }

            if (own == 0)
            {
                starter = result.Count;
            }

            last = own;
            result.Add(rune.Value);
        }

        return string.Concat(result.Select(c => new Rune(c)));
    }

    private static int Join(int first, int second)
    {
        if (first is >= LeadFirst and < LeadFirst + LeadCount && second is >= VowelFirst and < VowelFirst + VowelCount)
        {
            return HangulFirst + ((((first - LeadFirst) * VowelCount) + second - VowelFirst) * TailCount);
        }

        if (first is >= HangulFirst and < HangulFirst + HangulCount && (first - HangulFirst) % TailCount == 0 && second is > TailFirst and < TailFirst + TailCount)
        {
            return first + second - TailFirst;
        }

        return Table.Join(first, second);
    }
}
